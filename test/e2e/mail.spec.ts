import { eventually } from '#testing';
import { done, openBank, type Bank } from './bank.js';
import { mailsTo } from './mails.js';
import { post, serverUrl } from './server.js';
import { admitWithEmail, auth, someAddress, somewhere } from './signing-in.js';

interface ChangePayload {
  readonly changeEmail: { readonly challenge: string; readonly userErrors: readonly object[] };
}

/** In the client of the bank's hub, with the code that arrives. */
async function signedIn({ hub }: Bank, address: string): Promise<string> {
  const from = { place: somewhere() };
  const codes = async () => (await mailsTo(address)).filter(({ subject }) => subject.startsWith('Il tuo codice'));
  const before = (await codes()).length;
  const { body } = await auth('code', { address, hub }, from);
  const code = await eventually(async () => {
    const [newest, ...older] = await codes();
    if (!newest || older.length < before) throw new Error('no code yet');
    return newest.subject.slice(-6);
  });
  const opened = await auth('token', { challenge: body['challenge'], code }, from);
  if (opened.status !== 200) throw new Error(`not signed in: ${String(opened.status)}`);
  return String(opened.body['access']);
}

async function asked<Data>(token: string, query: string, input: object): Promise<Data> {
  const body = JSON.stringify({ query, variables: { input: { idempotencyKey: crypto.randomUUID(), ...input } } });
  const answer = await post(body, { authorization: `Bearer ${token}`, origin: serverUrl() });
  return ((await answer.json()) as { readonly data: Data }).data;
}

const change = (token: string, input: object) =>
  asked<ChangePayload>(
    token,
    'mutation C($input: ChangeEmailInput!) { changeEmail(input: $input) { challenge lifeSeconds userErrors { code } } }',
    input,
  );

async function confirm(token: string, input: object): Promise<readonly object[]> {
  const document = 'mutation C($input: ConfirmEmailInput!) { confirmEmail(input: $input) { userErrors { code } } }';
  const { confirmEmail } = await asked<{ confirmEmail: { userErrors: readonly object[] } }>(token, document, input);
  return confirmEmail.userErrors;
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

test('an own address holds once the code that was sent there is typed; until then one signs in with the old one', async () => {
  const bank = await openBank('recapiti');
  const [former, taken] = [someAddress('nina'), someAddress('tina')];
  await admitWithEmail(bank, 'Tina Riva', taken);
  await admitWithEmail(bank, 'Nina Sala', former);
  const nina = await signedIn(bank, former);
  const asked = await change(nina, { email: taken });
  expect(asked.changeEmail).toEqual({ challenge: expect.any(String) as string, lifeSeconds: 600, userErrors: [] });
  const email = someAddress('nina-nuova');
  const key = crypto.randomUUID();
  const { changeEmail } = await change(nina, { email, idempotencyKey: key });
  expect((await change(nina, { email, idempotencyKey: key })).changeEmail).toEqual(changeEmail);
  const conflict = await change(nina, { email: someAddress('altra'), idempotencyKey: key });
  expect(conflict.changeEmail.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);

  const [mail, ...others] = await eventually(async () => {
    const found = await mailsTo(email);
    expect(found).not.toEqual([]);
    return found;
  });
  expect(others).toEqual([]);
  expect(mail?.text).not.toMatch(/Nina|Sala|@/);
  const code = mail?.subject.slice(-6) ?? '';
  expect((await mailsTo(taken))[0]?.subject).toMatch(/^Conferma questo indirizzo/);
  await signedIn(bank, former);

  const confirming = { email, challenge: changeEmail.challenge, code, idempotencyKey: crypto.randomUUID() };
  const other = code === '000000' ? '000001' : '000000';
  const wrong = [
    { code: other, idempotencyKey: crypto.randomUUID() },
    { email: taken, idempotencyKey: crypto.randomUUID() },
  ];
  for (const slip of wrong)
    expect(await confirm(nina, { ...confirming, ...slip })).toMatchObject([{ code: 'CODE_WRONG' }]);
  expect(await confirm(nina, confirming)).toEqual([]);
  expect(await confirm(nina, confirming)).toEqual([]);
  expect(await confirm(nina, { ...confirming, email: taken })).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  await eventually(async () => {
    const told = (await mailsTo(former)).find(({ subject }) => subject === 'Il tuo indirizzo e-mail cambia');
    expect(told?.text).toContain('Dal tuo profilo');
  });
  await eventually(() => signedIn(bank, email));
}, 60_000);

test('a mail that is not there has no page', async () => {
  for (const path of ['nothing', 'nothing/letter']) {
    expect((await fetch(`${serverUrl()}/demo/mail/${path}`)).status).toBe(404);
  }
});

test('how many mails wait and how many were given up is part of the server’s health', async () => {
  const health = (await (await fetch(`${serverUrl()}/health/ready`)).json()) as { readonly mail: object };
  expect(health.mail).toEqual({ waiting: expect.any(Number) as number, dead: 0 });
});
