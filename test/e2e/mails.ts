import { eventually } from '#testing';
import { done } from './bank.js';
import { serverUrl, type Asker } from './server.js';

export interface DemoMail {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

const mailMsMax = 10_000;

/** What was sent to an address, the newest first. */
export async function mailsTo(address: string): Promise<readonly DemoMail[]> {
  const answer = await fetch(`${serverUrl()}/demo/mail.json?to=${encodeURIComponent(address)}`);
  return (await answer.json()) as readonly DemoMail[];
}

export function mailTo(address: string, about: RegExp): Promise<DemoMail> {
  return eventually(async () => {
    const found = (await mailsTo(address)).find(({ subject }) => about.test(subject));
    if (!found) throw new Error(`no mail about ${String(about)} yet`);
    return found;
  }, mailMsMax);
}

/** The address behind a button or a line of a mail, on the server of the tests. */
export function linkIn({ text }: DemoMail, path: 'conferma' | 'avvisi' | 'h'): string {
  const [, found] = new RegExp(`https?://[^/\\s]+(/${path}/\\S+)`).exec(text) ?? [];
  if (found === undefined) throw new Error(`no link to /${path} in the mail`);
  return `${serverUrl()}${found}`;
}

/** A new address of one's own, confirmed with the code that was sent there. */
export async function changeOwnEmail(asker: Asker, email: string): Promise<void> {
  const { challenge } = await done<{ challenge: string }>(asker, 'changeEmail', 'challenge', { email });
  const code = (await mailTo(email, /^Conferma questo indirizzo/)).subject.slice(-6);
  await done(asker, 'confirmEmail', 'email', { email, challenge, code });
}
