import { startExample } from './engine.example.js';

let server: Awaited<ReturnType<typeof startExample>>;
beforeAll(async () => {
  server = await startExample({ production: true });
});
afterAll(() => server.close());

interface Answered {
  readonly status: number;
  readonly code: unknown;
  readonly body: string;
}

async function ask(body: object | string): Promise<Answered> {
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer carla' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const { errors } = JSON.parse(text) as { errors?: readonly { extensions: { code: string } }[] };
  return { status: answer.status, code: errors?.[0]?.extensions.code, body: text };
}

const nested = (depth: number): string =>
  `{ rows(first: 1) ${'{ rowsBelow(first: 1) '.repeat(depth - 2)}{ minutes }${' }'.repeat(depth - 2)} }`;
const fragments = Array.from(
  { length: 40 },
  (_, n) =>
    `fragment F${String(n)} on Row { a: rowsBelow(first: 1) { ...F${String(n + 1)} } b: rowsBelow(first: 1) { ...F${String(n + 1)} } }`,
);
const aliases = (many: number, of: string): string =>
  Array.from({ length: many }, (_, n) => `a${String(n)}: ${of}`).join(' ');

const bombs = {
  'a document of too many tokens': `{ ${'rows(first: 1) { minutes } '.repeat(200)} }`,
  'a hundred kilobytes of fields': `{ ${'rows { minutes } '.repeat(5_800)} }`,
  'thirteen levels': nested(13),
  'too many aliases': `{ ${aliases(31, 'fault(kind: "x")')} }`,
  'too many aliases below one field': `{ rows(first: 1) { ${aliases(31, 'minutes')} } }`,
  'too many aliases in a fragment': `{ rows(first: 1) { ...F } } fragment F on Row { ${aliases(31, 'minutes')} }`,
  'too many directives': `{ rows(first: 1) { ${'minutes @include(if: true) '.repeat(21)} } }`,
  'too many directives on fragments': `{ rows(first: 1) { ${'...F @include(if: true) '.repeat(21)} } } fragment F on Row { minutes }`,
  'too much in one': '{ rows(first: 100) { rowsBelow(first: 100) { rowsBelow(first: 100) { minutes } } } }',
  'too much by a variable':
    'query Q($n: Int) { rows(first: $n) { rowsBelow(first: $n) { rowsBelow(first: $n) { minutes } } } }',
  'a page too large, written out': '{ rows(first: 101) { minutes } }',
  'a page of a thousand million': '{ rows(first: 1000000000) { minutes } }',
  'a bomb of fragments': `{ rows(first: 1) { ...F0 } } ${fragments.join(' ')} fragment F40 on Row { minutes }`,
  'fragments in a circle': '{ rows(first: 1) { ...F } } fragment F on Row { rowsBelow(first: 1) { ...F } }',
  'fields that contradict each other': `{ ${Array.from({ length: 120 }, (_, n) => `rows(first: ${String(n + 1)}) { minutes }`).join(' ')} }`,
  'introspection in production': '{ __schema { types { name } } }',
  'introspection of one type': '{ __type(name: "Row") { fields { name } } }',
  'what is no GraphQL': 'ciao',
  'an empty document': '',
  'a field that is not there': '{ row(first: 1) { minutes } }',
} as const;

describe('refused before any field is resolved, again when it comes back, and by its name only:', () => {
  test.each(Object.entries(bombs))('%s', async (_, query) => {
    const before = server.reached();
    const again = [await ask({ query }), await ask({ query }), await ask({ query, extensions: {} })];
    for (const { status, code, body } of again) {
      expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(body).not.toMatch(/Did you mean|stack|at .*\.[jt]s/);
    }
    expect(server.reached()).toBe(before);
  });

  test.each([
    ['several operations at once', [{ query: '{ rows { minutes } }' }, { query: '{ rows { minutes } }' }], 400],
    ['no operation', {}, 400],
    ['a body over 100 kB', { query: '{ rows { minutes } }', more: 'x'.repeat(100 * 1024) }, 413],
    ['what is no JSON', '{"query": ', 400],
  ])('%s', async (_, body, status) => {
    const before = server.reached();
    const answer = await ask(body);
    expect([answer.status, answer.code]).toEqual([status, 'BAD_USER_INPUT']);
    expect(server.reached()).toBe(before);
  });
});

test.each([
  ['twelve levels', nested(12)],
  ['thirty aliases', `{ rows(first: 1) { ${aliases(30, 'minutes')} } }`],
  ['twenty directives', `{ rows(first: 1) { ${'minutes @include(if: true) '.repeat(20)} } }`],
  ['a page of a hundred', '{ rows(first: 100) { minutes } }'],
])('%s are answered', async (_, query) => {
  const before = server.reached();
  expect((await ask({ query })).status).toBe(200);
  expect(server.reached()).toBe(before + 1);
});

test('what comes from variables is refused by its value', async () => {
  const query = 'query Q($n: Int) { rows(first: $n) { minutes } }';
  for (const n of [0, -1, 101, 1e9]) expect((await ask({ query, variables: { n } })).status).toBe(400);
  expect((await ask({ query, variables: { n: 100 } })).status).toBe(200);
});

test('no bomb takes the processor longer than ordinary questions of the same size', async () => {
  const cpuOf = async (query: string): Promise<number> => {
    const before = process.cpuUsage();
    // Each text is new, so that nothing is known of it.
    for (let n = 0; n < 10; n += 1) await ask({ query: `${query} #${String(Math.random())}` });
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  // Collecting garbage and compiling only ever add to it.
  const leastOf = async (query: string): Promise<number> =>
    Math.min(await cpuOf(query), await cpuOf(query), await cpuOf(query));
  const ordinary = await leastOf(`{ ${'rows(first: 1) { minutes } '.repeat(150)} }`);
  for (const bomb of Object.values(bombs)) expect((await leastOf(bomb)) / ordinary).toBeLessThan(4);
}, 60_000);
