import { eventually } from '#testing';
import { done, openBank, type Bank } from '../e2e/bank.js';
import { serverUrl } from '../e2e/server.js';

const sentMsMax = 10_000;

/** A member who can sign in with a code by e-mail. */
export interface Neighbour {
  readonly name: string;
  readonly email: string;
  readonly account: string;
}

/** A bank with one hub, whose page is open to everybody. */
export interface Hub {
  readonly bank: Bank;
  /** As its page names it. */
  readonly handle: string;
  readonly page: string;
  admit(name: string): Promise<Neighbour>;
}

export async function openHub(name: string, rules: object = {}): Promise<Hub> {
  const bank = await openBank(name, rules);
  const handle = await handleOf(bank);
  return {
    bank,
    handle,
    page: `${serverUrl()}/h/${handle}`,
    async admit(displayName) {
      const email = `${displayName.toLowerCase().replaceAll(' ', '.')}.${handle}@posta.example`;
      const input = { bank: bank.bank, hub: bank.hub, since: '2020-01-01', displayName, email };
      const { member } = await done<{ readonly member: { readonly id: string } }>(
        bank.administrator,
        'admitMember',
        'member { id }',
        input,
      );
      return { name: displayName, email, account: member.id };
    },
  };
}

async function handleOf(bank: Bank): Promise<string> {
  const asking = 'query H($network: ID!) { viewer { hubs(network: $network) { id handle } } }';
  const { data } = await bank.administrator.ask<{
    readonly viewer: { readonly hubs: readonly { readonly id: string; readonly handle: string }[] };
  }>(asking, { network: bank.network });
  const found = data.viewer.hubs.find(({ id }) => id === bank.hub);
  if (!found) throw new Error('the hub is not in its network');
  return found.handle;
}

interface DemoMail {
  readonly to: string;
  readonly text: string;
}

/** The code in the last mail to somebody, once it was sent. */
export function codeSentTo(email: string): Promise<string> {
  return eventually(async () => {
    const answer = await fetch(`${serverUrl()}/demo/mail.json?to=${encodeURIComponent(email)}`);
    const [mail] = (await answer.json()) as readonly DemoMail[];
    const code = /\b(\d{3}) ?(\d{3})\b/.exec(mail?.text ?? '');
    if (!code) throw new Error(`no code was sent to ${email}`);
    return `${code[1] ?? ''}${code[2] ?? ''}`;
  }, sentMsMax);
}
