import { eventually } from '#testing';
import { openBank, type Bank } from './bank.js';
import { registerOrigins } from './registered-origins.js';
import { authorizationOf, post, serverUrl } from './server.js';

const registered = 'https://www.incrocio.example';
let bank: Bank;

beforeAll(async () => {
  bank = await openBank('origins');
  await registerOrigins(bank, [registered]);
}, 60_000);

interface Allowed {
  readonly status: number;
  readonly origin: string | null;
  /** Every header of the CORS protocol. */
  readonly names: readonly string[];
  readonly headers: Headers;
}

async function asked(path: string, request: RequestInit): Promise<Allowed> {
  const { status, headers } = await fetch(`${serverUrl()}${path}`, request);
  const names = [...headers.keys()].filter((name) => name.startsWith('access-control-'));
  return { status, origin: headers.get('access-control-allow-origin'), names, headers };
}

function preflight(origin: string, path = '/graphql'): Promise<Allowed> {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  };
  return asked(path, { method: 'OPTIONS', headers });
}

function question(origin: string): Promise<Allowed> {
  const headers = { origin, 'content-type': 'application/json' };
  return asked('/graphql', { method: 'POST', headers, body: '{"query":"{ viewer { id } }"}' });
}

test('a registered origin may ask with a token and without a cookie, and need not ask again for an hour', async () => {
  for (const path of ['/graphql', '/auth/codes']) {
    const { status, origin, headers } = await preflight(registered, path);
    expect([status, origin]).toEqual([204, registered]);
    expect(headers.get('access-control-allow-headers')).toBe('authorization, content-type');
    expect(headers.get('access-control-allow-methods')).toBe('POST');
    expect(headers.get('access-control-max-age')).toBe('3600');
    expect(headers.get('vary')).toBe('Origin');
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  }
  const { status, origin, headers } = await question(registered);
  expect([status, origin, headers.get('vary')]).toEqual([401, registered, 'Origin']);
  expect(headers.has('access-control-allow-credentials')).toBe(false);
});

test.each([
  'https://incrocio.example',
  'https://www.incrocio.example.evil.example',
  'https://www.incrocio.example:8443',
  'http://www.incrocio.example',
  'https://WWW.incrocio.example',
  'https://www.incrocio.example/',
  'https://evil.example',
  'null',
  '*',
  'https://www.incrocio.example, https://evil.example',
])('%s gets no header that lets it in', async (origin) => {
  for (const answer of [await preflight(origin), await question(origin), await preflight(origin, '/auth/codes')]) {
    expect(answer.names).toEqual([]);
    expect(answer.headers.get('vary')).toBe('Origin');
  }
});

test('even a registered origin gets nothing where pages of hubs have nothing to ask', async () => {
  for (const path of ['/health/live', '/graphiql', '/graphqlx']) {
    expect((await preflight(registered, path)).names).toEqual([]);
    expect((await asked(path, { headers: { origin: registered } })).names).toEqual([]);
  }
});

test('what is asked without an origin says that the answer depends on it', async () => {
  const { headers, names } = await asked('/graphql', { method: 'POST' });
  expect([headers.get('vary'), names]).toEqual(['Origin', []]);
});

test.each([
  ['a registered page', registered, registered],
  ['any other page', 'https://evil.example', null],
  ['a page of the server itself', serverUrl(), null],
])('%s with a token reads the same in every header, whichever way the answer comes', async (_, origin, allowed) => {
  const authorization = await authorizationOf(bank.keeper);
  const said = async (more: object = {}) => {
    const { headers } = await post(JSON.stringify({ query: '{ viewer { id } }', ...more }), { authorization, origin });
    return [...headers].filter(([name]) => name !== 'date');
  };
  const theLongWay = await said({ extensions: {} });
  for (let times = 0; times < 3; times += 1) expect(await said()).toEqual(theLongWay);
  expect(new Map(theLongWay).get('access-control-allow-origin') ?? null).toBe(allowed);
});

test('an origin that a hub gives up is shut out a moment later', async () => {
  await registerOrigins(bank, ['https://other.example']);
  await eventually(async () => expect((await question(registered)).names).toEqual([]));
  expect((await question('https://other.example')).origin).toBe('https://other.example');
});
