import { eventually } from '#testing';
import { done, openBank } from './bank.js';
import { serverUrl } from './server.js';
import { admitWithEmail, someAddress } from './signing-in.js';

interface DemoMail {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

async function mailsTo(address: string): Promise<readonly DemoMail[]> {
  const answer = await fetch(`${serverUrl()}/demo/mail.json?to=${encodeURIComponent(address)}`);
  return (await answer.json()) as readonly DemoMail[];
}

const policyOf = (answer: Response): string | null => answer.headers.get('content-security-policy');

test('an administrator changes a member’s address: the address of before is told, and the page shows it', async () => {
  const bank = await openBank('indirizzi');
  const { administrator } = bank;
  const former = someAddress('lucia');
  const member = await admitWithEmail(bank, 'Lucia Sala', former);
  const changed = { member, email: `new-${former}` };
  expect(await done(administrator, 'changeEmail', 'email', changed)).toMatchObject({ email: changed.email });

  const [mail, ...others] = await eventually(async () => {
    const found = await mailsTo(former.toUpperCase());
    expect(found).toHaveLength(1);
    return found;
  });
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ subject: 'Il tuo indirizzo e-mail cambia' });
  expect(mail?.text).not.toContain('@');
  expect(await mailsTo(changed.email)).toEqual([]);

  const list = await fetch(`${serverUrl()}/demo/mail`);
  expect(await list.text()).toContain(former);
  const page = await fetch(`${serverUrl()}/demo/mail/${mail?.id ?? ''}`);
  expect(await page.text()).toContain('Avvisa subito il tuo sportello.');
  expect(policyOf(page)).toMatch(
    /^default-src 'none';frame-ancestors 'none';style-src 'sha256-[^']+';frame-src 'self'$/,
  );
  const letter = await fetch(`${serverUrl()}/demo/mail/${mail?.id ?? ''}/letter`);
  expect(await letter.text()).toContain('Avvisa subito il tuo sportello.');
  expect(policyOf(letter)).toBe("default-src 'none';frame-ancestors 'self';style-src 'unsafe-inline';sandbox");
}, 20_000);

test('a mail that is not there has no page', async () => {
  for (const path of ['nothing', 'nothing/letter']) {
    expect((await fetch(`${serverUrl()}/demo/mail/${path}`)).status).toBe(404);
  }
});

test('how many mails wait and how many were given up is part of the server’s health', async () => {
  const health = (await (await fetch(`${serverUrl()}/health/ready`)).json()) as { readonly mail: object };
  expect(health.mail).toEqual({ waiting: expect.any(Number) as number, dead: 0 });
});
