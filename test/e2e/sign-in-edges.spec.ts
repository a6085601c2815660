import { request } from 'node:http';
import { join } from 'node:path';
import { setInterval } from 'node:timers/promises';
import { rotateKeyFile } from '#identity';
import { eventually } from '#testing';
import { done, openBank, personOf, today, type Bank } from './bank.js';
import { registerOrigins } from './registered-origins.js';
import { as, authorizationOf, given, post, serverUrl } from './server.js';
import { admitWithEmail, auth, cookieOf, signIn, someAddress, somewhere } from './signing-in.js';

const registered = 'https://www.spigoli.example';
let bank: Bank;
beforeAll(async () => {
  bank = await openBank('porte');
}, 60_000);

/** Sends what need not be JSON from a place. */
function send(path: string, body: string | undefined, headers: Readonly<Record<string, string>>, method = 'POST') {
  return new Promise<{ status: number; text: string }>((answered, failed) => {
    const options = { method, headers, localAddress: somewhere() };
    const sent = request(`${serverUrl()}${path}`, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        answered({ status: answer.statusCode ?? 0, text });
      });
    });
    sent.on('error', failed).end(body);
  });
}

describe('a body that is no JSON', () => {
  test.each([
    ['code', '{ half of it', 'application/json'],
    ['token', 'code=123456', 'application/json'],
    ['refresh', '', 'application/json'],
    ['providers/handovers', '<xml/>', 'text/xml'],
  ])('is refused at /auth/%s in the words of whoever reads it: %j', async (path, body, type) => {
    for (const [language, message] of [
      ['it', 'La richiesta non si può leggere.'],
      ['en', 'The request cannot be read.'],
    ] as const) {
      const headers = { 'content-type': type, 'accept-language': language, origin: serverUrl() };
      const { status, text } = await send(`/auth/${path}`, body, headers);
      expect([status, JSON.parse(text)]).toEqual([400, { error: { code: 'BAD_USER_INPUT', message } }]);
    }
  });
});

test('a console’s cookie that another page sends reads nothing and does nothing', async () => {
  const address = someAddress('rita');
  await admitWithEmail(bank, 'Rita Conti', address);
  const [cookie = ''] = cookieOf(await signIn(address, undefined, { place: somewhere() })).split(';');
  const consents = '{ viewer { privacy { consents { purpose } } } }';
  const input = { network: bank.network, purpose: 'BEING_LISTED', given: true, idempotencyKey: 'from-another-page' };
  const consenting = {
    query: 'mutation C($input: SetConsentInput!) { setConsent(input: $input) { userErrors { code } } }',
    variables: { input },
  };
  const ask = async (body: object, headers: Readonly<Record<string, string>>) => {
    const answer = await post(JSON.stringify(body), { cookie, ...headers });
    return { status: answer.status, text: await answer.text() };
  };
  for (const headers of [
    { origin: 'https://altrove.example' },
    { origin: 'https://altrove.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
    {},
  ]) {
    for (const body of [{ query: consents }, consenting]) {
      const { status, text } = await ask(body, headers);
      expect([status, text.includes('"data":{')]).toEqual([401, false]);
    }
    for (const path of ['sign-out', 'sign-out-everywhere']) {
      expect((await auth(path, undefined, { cookie, origin: undefined, ...headers })).status).toBe(401);
    }
  }
  const own = await ask({ query: consents }, { origin: serverUrl() });
  expect([own.status, JSON.parse(own.text)]).toEqual([200, { data: { viewer: { privacy: { consents: [] } } } }]);
}, 20_000);

test('a code entered on a hub’s own page opens what is the person’s own, and no role of theirs', async () => {
  await registerOrigins(bank, [registered]);
  const address = someAddress('dina');
  const account = await admitWithEmail(bank, 'Dina Riva', address);
  const carla = await bank.admit('Carla Bruni');
  const person = await eventually(() => personOf(bank.administrator, bank.bank, account, null));
  const dina = await as(person);
  await done(bank.administrator, 'grantRole', 'grant { id }', {
    bank: bank.bank,
    person: dina.id,
    role: 'COORDINATOR',
    hub: bank.hub,
    from: today(),
    reason: 'Voto',
  });
  const opened = await signIn(address, bank.hub, { origin: registered, place: somewhere() });
  const ask = async (query: string, variables: object = {}) => {
    const headers = { authorization: `Bearer ${String(opened.body['access'])}`, origin: registered };
    return (await post(JSON.stringify({ query, variables }), headers)).text();
  };
  const balance = 'query B($id: ID!) { viewer { account(id: $id) { balanceMinutes } } }';
  expect(await ask(balance, { id: account })).toContain('"balanceMinutes":0');
  expect(await ask(balance, { id: carla.account })).toContain('"account":null');
  const suspend = 'mutation S($input: SuspendMemberInput!) { suspendMember(input: $input) { userErrors { code } } }';
  const input = { idempotencyKey: 'suspending-carla', account: carla.account, from: today(), reason: 'Prova' };
  expect(await ask(suspend, { input: { ...input, expectedVersion: 1 } })).toContain('"code":"FORBIDDEN"');
}, 30_000);

test('token keys are rotated while fifty requests a second are answered, and none is refused', async () => {
  const file = join(given('SERVER_DATA_DIR'), 'keys', 'token.jwk');
  const old = await authorizationOf(bank.keeper);
  const answers: Promise<number>[] = [];
  const ask = async (authorization: string): Promise<number> =>
    (await post('{"query":"{ viewer { id } }"}', { authorization })).status;
  for await (const sent of setInterval(20, answers)) {
    if (sent.length === 50) {
      const nowMs = Date.now();
      await rotateKeyFile(file, { nowMs, signsFromMs: nowMs + 1_000, checksUntilMs: nowMs + 3_600_000 });
    }
    const isFresh = sent.length % 2 === 1;
    sent.push(isFresh ? authorizationOf(bank.keeper).then(ask) : ask(old));
    if (sent.length === 250) break;
  }
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
  const keyOf = (token: string) => Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
  expect(keyOf((await authorizationOf(bank.keeper)).slice(7))).not.toBe(keyOf(old.slice(7)));
}, 30_000);

test('whoever asks to be sent to a provider over and over is told to wait', async () => {
  const place = somewhere();
  const begin = () =>
    new Promise<number>((answered, failed) => {
      const sent = request(`${serverUrl()}/auth/providers/nobody`, { localAddress: place }, (answer) => {
        answer.resume();
        answered(answer.statusCode ?? 0);
      });
      sent.on('error', failed).end();
    });
  const statuses: number[] = [];
  for (let times = 0; times < 61; times += 1) statuses.push(await begin());
  expect(statuses).toEqual([...Array.from({ length: 60 }, () => 403), 429]);
});
