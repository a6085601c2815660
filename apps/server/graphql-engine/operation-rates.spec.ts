import type { Example } from './engine.example.js';
import { startExample } from './engine.example.js';
import { OperationRates, networkOf } from './operation-rates.js';

let now = 0;
let server: Example;
beforeEach(async () => {
  const rates = new OperationRates({ personPerMinute: 6, strangersPerMinute: 3 }, () => now);
  server = await startExample({ production: true, rates });
});
afterEach(() => server.close());

async function ask(query: string, headers: Readonly<Record<string, string>> = { authorization: 'Bearer carla' }) {
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, ...(long ? { extensions: {} } : {}) }),
  });
  const retryAfter = answer.headers.get('retry-after');
  return { status: answer.status, retryAfter, body: JSON.parse(await answer.text()) as unknown };
}
/** `extensions` sends a request through Apollo's whole pipeline. */
let long = false;

describe.each([{ way: 'the long way' }, { way: 'the short way' }])('$way', ({ way }) => {
  beforeEach(() => (long = way === 'the long way'));

  test('seven operations are one too many, however few requests they came in', async () => {
    expect((await ask('{ a: rows { minutes } b: rows { minutes } c: rows { minutes } }')).status).toBe(200);
    expect((await ask('{ a: rows { minutes } b: rows { minutes } c: rows { minutes } }')).status).toBe(200);
    const reached = server.reached();
    expect(await ask('{ rows { minutes } }')).toEqual({
      status: 429,
      retryAfter: '10',
      body: {
        errors: [
          {
            message: 'Troppe richieste in poco tempo. Riprova tra 10 s.',
            extensions: { code: 'RATE_LIMITED' },
          },
        ],
      },
    });
    expect(server.reached()).toBe(reached);
    now += 10_000;
    expect((await ask('{ rows { minutes } }')).status).toBe(200);
  });

  test('aliases, fragments and parts of a field count, fields of a part do not', async () => {
    const parts = 'x: rowsBelow { minutes } y: rowsBelow { minutes }';
    expect(
      (await ask(`{ a: rows { ...F } b: rows { ...F } c: rows { minutes person } } fragment F on Row { ${parts} }`))
        .status,
    ).toBe(200);
    expect((await ask('{ rows { minutes } }')).status).toBe(200);
    expect((await ask('{ rows { minutes } }')).status).toBe(429);
  });

  test('strangers at one address share theirs, people who signed in there do not', async () => {
    for (let n = 0; n < 3; n += 1) expect((await ask('{ rows { minutes } }', {})).status).toBe(401);
    const refused = await ask('{ rows { minutes } }', { 'accept-language': 'en' });
    expect([refused.status, refused.body]).toEqual([
      429,
      {
        errors: [
          { message: 'Too many requests in a short time. Try again in 20 s.', extensions: { code: 'RATE_LIMITED' } },
        ],
      },
    ]);
    expect((await ask('{ rows { minutes } }')).status).toBe(200);
  });

  test('what cannot be read, is not valid or too large counts too', async () => {
    for (const query of ['{', '{ nothing }', '{ rows(first: 101) { minutes } }']) {
      expect((await ask(query, {})).status).toBe(400);
    }
    for (const query of ['{', '{ nothing }', '{ rows(first: 101) { minutes } }', '{ rows { minutes } }']) {
      expect((await ask(query, {})).status).toBe(429);
    }
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is one with all of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('keeping count takes a few microseconds at most', () => {
  const rates = new OperationRates({ personPerMinute: 1e12, strangersPerMinute: 1e12 });
  const context = { person: 'carla', language: 'it', correlation: '' } as unknown as Parameters<typeof rates.take>[0];
  const before = process.cpuUsage();
  for (let n = 0; n < 1e5; n += 1) rates.take(context, 1);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e5).toBeLessThan(5);
});
