import { randomUUID } from 'node:crypto';
import type { PersonId } from '#kernel';
import { authorizationOf, post, serverUrl } from './server.js';

const viewer = '{ viewer { id } }';

async function refusal(answer: Response): Promise<readonly [number, unknown]> {
  const { errors } = (await answer.json()) as { errors: readonly { extensions: { code: string } }[] };
  return [answer.status, errors[0]?.extensions.code];
}

test.each([
  ['no token', {}],
  ['a token of nobody', { authorization: 'Bearer abc.def.ghi' }],
  ['a password', { authorization: 'Basic YWRhOmFkYQ==' }],
])('%s opens nothing', async (_, headers) => {
  expect(await refusal(await post(JSON.stringify({ query: viewer }), headers))).toEqual([401, 'UNAUTHENTICATED']);
});

test.each([
  ['a thousand tokens and more', JSON.stringify({ query: `{ ${'viewer { id } '.repeat(400)} }` })],
  [
    'a page of a thousand million',
    JSON.stringify({ query: '{ viewer { members(bank: "x", first: 1000000000) { edges { cursor } } } }' }),
  ],
  ['several operations', JSON.stringify([{ query: viewer }, { query: viewer }])],
])('%s is refused before anybody is asked who they are', async (_, body) => {
  expect(await refusal(await post(body))).toEqual([400, 'BAD_USER_INPUT']);
});

test('a body over 100 kB is refused before it is read', async () => {
  const body = (bytes: number): string => JSON.stringify({ query: viewer }).padEnd(bytes);
  expect(await refusal(await post(body(100 * 1024 + 1)))).toEqual([413, 'BAD_USER_INPUT']);
  expect(await refusal(await post(body(100 * 1024)))).toEqual([401, 'UNAUTHENTICATED']);
});

test('every answer forbids to be kept, framed or guessed at', async () => {
  const { headers } = await post(JSON.stringify({ query: viewer }));
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  expect(headers.has('x-powered-by')).toBe(false);
});

test('whoever has a token reads the same in every header, whichever way the answer comes', async () => {
  const authorization = await authorizationOf(randomUUID() as string as PersonId);
  const said = async (more: object = {}) => {
    const { headers } = await post(JSON.stringify({ query: viewer, ...more }), { authorization });
    return [...headers].filter(([name]) => name !== 'date');
  };
  const theLongWay = await said({ extensions: {} });
  for (let times = 0; times < 3; times += 1) expect(await said()).toEqual(theLongWay);
});

test('what is not there is as strict', async () => {
  const { status, headers } = await fetch(`${serverUrl()}/nowhere`);
  expect([status, headers.get('content-security-policy'), headers.get('cache-control')]).toEqual([
    404,
    "default-src 'none';frame-ancestors 'none'",
    'no-store',
  ]);
});

test('health says whether it lives, and how far the views are', async () => {
  expect(await (await fetch(`${serverUrl()}/health/live`)).json()).toEqual({ status: 'live' });
  expect(await (await fetch(`${serverUrl()}/health/ready`)).json()).toMatchObject({ status: 'ready', parked: [] });
});

test('the page of examples loads nothing from elsewhere', async () => {
  const answer = await fetch(`${serverUrl()}/graphiql`);
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/;script-src 'sha256-[^ ';]+';style-src 'sha256-[^ ';]+';/);
  expect(await answer.text()).not.toMatch(/https?:\/\//);
});
