import { once } from 'node:events';
import { connect } from 'node:net';
import { startExample, type Example } from './engine.example.js';

let server: Example;
beforeAll(async () => {
  server = await startExample({ production: true, trusted: [rows] });
});
afterAll(() => server.close());

const rows = 'query Rows($first: Int) { rows(first: $first) { minutes } }';
const two = '{"data":{"rows":[{"minutes":0},{"minutes":1}]}}\n';
const asked = { query: rows, variables: { first: 2 } };
const plain = { 'content-type': 'application/json', authorization: 'Bearer carla' };

/** Whether a request came as far as Fastify, and how it was answered. */
async function sent(init: RequestInit, path = '') {
  const before = server.behindTheDoor();
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: plain,
    body: JSON.stringify(asked),
    ...init,
  });
  return { wentOn: server.behindTheDoor() > before, status: answer.status, body: await answer.text() };
}

test.each([
  ['JSON', { 'content-type': 'application/json' }],
  ['JSON in UTF-8', { 'content-type': 'application/json; charset=utf-8' }],
  ["a page's", { origin: 'https://comune.example' }],
])('a known document of somebody with a token is answered at the front: %s', async (_, more) => {
  const headers = { ...plain, ...more };
  expect(await sent({ headers })).toEqual({ wentOn: false, status: 200, body: two });
});

const others: readonly (readonly [name: string, init: RequestInit, status: number, path?: string])[] = [
  ['no token', { headers: { 'content-type': 'application/json' } }, 401],
  ['a false token', { headers: { ...plain, authorization: 'Bearer lucia' } }, 401],
  ['a cookie', { headers: { ...plain, cookie: 'a=b' } }, 200],
  ['another type', { headers: { ...plain, 'content-type': 'text/plain' } }, 400],
  ['another answer wanted', { headers: { ...plain, accept: 'application/graphql-response+json' } }, 200],
  ['another path', {}, 200, '?a=b'],
  ['a document never seen', { body: '{"query":"{ rows { person } }"}' }, 200],
  ['extensions', { body: JSON.stringify({ ...asked, extensions: {} }) }, 200],
  ['no JSON', { body: '{"query":' }, 400],
  ['nothing', { body: '' }, 400],
  ['a poisoned name', { body: '{"query":"{ rows { minutes } }","__proto__":{}}' }, 400],
  ['a poisoned name in disguise', { body: '{"query":"{ rows { minutes } }","\\u005f_proto__":{}}' }, 400],
  ['a long body', { body: JSON.stringify({ ...asked, operationName: null, more: 'x'.repeat(17_000) }) }, 200],
  ['a body of unknown length', { body: new Blob([JSON.stringify(asked)]).stream(), duplex: 'half' }, 200],
];

test.each(others.map(([name, init, status, path]) => ({ name, init, status, path })))(
  'what is not plain goes on as it came: $name',
  async ({ init, status, path }) => {
    expect(await sent(init, path)).toMatchObject({ wentOn: true, status });
  },
);

/** Sends pieces one after the other, each when the one before has arrived, and reads one answer. */
async function inPieces(...pieces: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  for (const piece of pieces) {
    await new Promise((resolve) => socket.write(piece, resolve));
    await new Promise((resolve) => setImmediate(resolve));
  }
  let read = '';
  for await (const chunk of socket) {
    read += String(chunk);
    if (read.endsWith('\n') || read.endsWith('}')) break;
  }
  return read;
}

test.each([
  ['known', JSON.stringify(asked), '"minutes":1', 0],
  ['unknown', '{"query":"{ rows(first: 2) { person } }"}', '"person":', 1],
])('a body that comes in pieces is read whole: a %s document', async (_, body, holds, behind) => {
  const head = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\nauthorization: Bearer carla\r\n`;
  const before = server.behindTheDoor();
  const answer = await inPieces(
    `${head}content-length: ${String(body.length)}\r\n\r\n`,
    body.slice(0, 9),
    body.slice(9),
  );
  expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  expect(answer).toContain(holds);
  expect(server.behindTheDoor() - before).toBe(behind);
});
