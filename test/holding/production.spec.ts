import { join, resolve } from 'node:path';
import { TestMailServer, eventually } from '#testing';
import { startChild, type Child } from '../../bench/child.js';
import { openBank, type Bank } from '../e2e/bank.js';
import { gateTo, type Gate } from '../e2e/gate.js';
import { authorizationOf, post } from '../e2e/server.js';
import { admitWithEmail, auth, cookieOf, someAddress, somewhere } from '../e2e/signing-in.js';
import { startTestPostgres } from '../setup/test-postgres.mjs';
import { HeardStatements } from './heard-statements.js';

/** As it is served to everybody: what development allows is shut, and every statement to PostgreSQL is overheard. */
let bank: Bank;
let gate: Gate;
let server: Child;
let stopPostgres: () => Promise<void>;
const statements = new HeardStatements();
const mails = new TestMailServer();
beforeAll(async () => {
  const { folder, postgres, stop } = await startTestPostgres({ temporary: false });
  stopPostgres = stop;
  gate = await gateTo(postgres.databaseUrl, statements.listen);
  await mails.start();
  const env = {
    DATABASE_URL: gate.databaseUrl,
    DATA_DIR: join(folder, 'data'),
    NODE_ENV: 'production',
    PORT: '0',
    SMTP_URL: mails.url,
    MAIL_FROM: 'banca@posta.example',
  };
  const program = join(resolve(import.meta.dirname, '../..'), 'dist/apps/server/main.js');
  server = await startChild(program, env, /http:\/\/127\.0\.0\.1:\d+/);
  process.env['SERVER_URL'] = server.url;
  process.env['SERVER_DATA_DIR'] = env.DATA_DIR;
  process.env['SERVER_DATABASE_URL'] = env.DATABASE_URL;
  bank = await openBank('produzione');
}, 120_000);
afterAll(async () => {
  await server.kill();
  await mails.stop();
  await gate.shut();
  await stopPostgres();
}, 30_000);

const times = 50;
/** What is asked at each request is heard as often; what the server asks by itself, far less often. */
const often = times / 2;
const aliases = Array.from({ length: 31 }, (_, n) => `a${String(n)}: handle`).join(' ');
const hubs = (selection: string) => `{ viewer { hubs(network: "$network") ${selection} } }`;
const fragments = Array.from({ length: 40 }, (_, n) => {
  const next = `...F${String(n + 1)}`;
  return `fragment F${String(n)} on Hub { a: parent { ${next} } b: parent { ${next} } }`;
});

const refused: Readonly<Record<string, object>> = {
  depth: { query: hubs(`${'{ parent '.repeat(11)}{ handle }${' }'.repeat(11)}`) },
  aliases: { query: hubs(`{ ${aliases} }`) },
  tokens: { query: hubs(`{ ${'handle '.repeat(1_000)} }`) },
  directives: { query: hubs(`{ ${'handle @include(if: true) '.repeat(21)} }`) },
  cost: {
    query: `{ viewer { ${Array.from({ length: 20 }, (_, n) => `x${String(n)}: members(bank: "$bank", first: 100) { edges { cursor node { id number displayName since person } } }`).join(' ')} } }`,
  },
  'a thousand million': { query: '{ viewer { members(bank: "$bank", first: 1000000000) { edges { cursor } } } }' },
  'a bomb of fragments': { query: `${hubs('{ ...F0 }')} ${fragments.join(' ')} fragment F40 on Hub { handle }` },
  'a circle of fragments': { query: `${hubs('{ ...F }')} fragment F on Hub { parent { ...F } }` },
  batching: [{ query: hubs('{ handle }') }, { query: hubs('{ handle }') }],
  introspection: { query: '{ __schema { types { name } } }' },
  'a field that is not there': { query: hubs('{ handel }') },
};

async function ask(body: object): Promise<{ status: number; text: string }> {
  const authorization = await authorizationOf(bank.keeper);
  const sent = JSON.stringify(body).replaceAll('$network', bank.network).replaceAll('$bank', bank.bank);
  const answer = await post(sent, { authorization });
  return { status: answer.status, text: await answer.text() };
}

test.each(Object.entries(refused))(
  '%s: refused before any statement reaches PostgreSQL',
  async (_, body) => {
    statements.forget();
    for (let n = 0; n < times; n += 1) {
      const { status, text } = await ask(body);
      expect([status, text.includes('BAD_USER_INPUT')]).toEqual([400, true]);
      expect(text).not.toMatch(/Did you mean|stack|node_modules/);
    }
    expect(statements.runAtLeast(often)).toEqual([]);
  },
  30_000,
);

test('what is within the limits is asked of PostgreSQL each time', async () => {
  statements.forget();
  for (let n = 0; n < times; n += 1) {
    expect((await ask({ query: hubs('{ handle parent { handle } }') })).status).toBe(200);
  }
  expect(statements.runAtLeast(often)).toEqual(expect.arrayContaining([expect.stringContaining('FROM read.hub_v')]));
}, 30_000);

test('the console’s cookie comes over TLS from this host alone, and under no other name', async () => {
  const address = someAddress('console');
  await admitWithEmail(bank, 'Rita Conti', address);
  const from = { place: somewhere() };
  const { body } = await auth('code', { address }, from);
  const code = await eventually(() => {
    const [mail] = mails.arrived.filter(({ to }) => to === address);
    const [found] = /\d{6}/.exec(/^Subject: .*$/m.exec(mail?.raw ?? '')?.[0] ?? '') ?? [];
    if (found === undefined) throw new Error('no code has arrived');
    return found;
  });
  const opened = await auth('token', { challenge: body['challenge'], code }, from);
  expect([opened.status, opened.body]).toEqual([200, { lifeSeconds: 43_200 }]);
  expect(cookieOf(opened)).toMatch(
    /^__Host-reciproca=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  const [cookie = ''] = cookieOf(opened).split(';');
  const viewer = '{"query":"{ viewer { id } }"}';
  const statusOf = async (headers: Readonly<Record<string, string>>) =>
    (await post(viewer, { origin: server.url, ...headers })).status;
  expect(await statusOf({ cookie })).toBe(200);
  expect(await statusOf({ cookie: cookie.replace('__Host-', '') })).toBe(401);
  expect(await statusOf({ cookie, origin: 'https://altrove.example' })).toBe(401);
  const out = await auth('sign-out', undefined, { ...from, cookie });
  expect([out.status, cookieOf(out)]).toEqual([
    204,
    '__Host-reciproca=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
  ]);
  expect(await statusOf({ cookie })).toBe(401);
}, 30_000);

test.each(['/graphiql', '/demo/mail', '/demo/comune', '/demo/cooperativa'])('%s is not there', async (path) => {
  expect((await fetch(`${server.url}${path}`)).status).toBe(404);
});
