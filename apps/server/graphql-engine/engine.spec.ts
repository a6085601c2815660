import { startExample } from './engine.example.js';

let server: Awaited<ReturnType<typeof startExample>>;
beforeAll(async () => {
  server = await startExample({ production: true });
});
afterAll(() => server.close());

interface Asked {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null;
}
interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

async function ask(body: object | string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer carla', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const kept = [...answer.headers].filter(([name]) => name !== 'date');
  return { status: answer.status, headers: Object.fromEntries(kept), body: await answer.text() };
}

/** `extensions` sends a request through Apollo's whole pipeline. */
function theLongWay(asked: Asked, headers?: Readonly<Record<string, string>>): Promise<Answered> {
  return ask({ ...asked, extensions: {} }, headers);
}

const echo =
  'mutation Echo($input: EchoInput!) { echo(input: $input) { text position userErrors { field code message } } }';
const rows = 'query Rows($first: Int) { rows(first: $first) { minutes person rowsBelow(first: 2) { minutes } } }';
const two = 'query One { rows(first: 1) { minutes } } query Two { rows(first: 2) { minutes } }';
const key = 'abcdefgh';

const questions: readonly (readonly [string, Asked, Readonly<Record<string, string>>?])[] = [
  ['a page', { query: rows, variables: { first: 2 } }],
  ['a page without variables', { query: rows }],
  ['null for variables', { query: rows, variables: null }],
  ['a mutation', { query: echo, variables: { input: { text: 'ciao', idempotencyKey: key } } }],
  ['a mutation in NFD', { query: echo, variables: { input: { text: 'cafe\u0301', idempotencyKey: key } } }],
  ['an expected refusal', { query: echo, variables: { input: { text: 'nobody', idempotencyKey: key } } }],
  [
    'an expected refusal in English',
    { query: echo, variables: { input: { text: 'nobody', idempotencyKey: key } } },
    { 'accept-language': 'en' },
  ],
  ['a text too short', { query: echo, variables: { input: { text: 'x', idempotencyKey: key } } }],
  [
    'a text too short in English',
    { query: echo, variables: { input: { text: 'x', idempotencyKey: key } } },
    { 'accept-language': 'en' },
  ],
  ['U+0000', { query: echo, variables: { input: { text: 'a\u0000b', idempotencyKey: key } } }],
  ['half of a surrogate pair', { query: echo, variables: { input: { text: 'a\ud800b', idempotencyKey: key } } }],
  ['a bad key', { query: echo, variables: { input: { text: 'ciao', idempotencyKey: 'a b' } } }],
  ['a missing variable', { query: echo, variables: {} }],
  ['a variable of a wrong type', { query: echo, variables: { input: { text: 7, idempotencyKey: key } } }],
  ['an unknown input field', { query: echo, variables: { input: { text: 'ciao', idempotencyKey: key, more: 1 } } }],
  ['a page too large', { query: rows, variables: { first: 101 } }],
  ['an enormous page', { query: rows, variables: { first: 1_000_000_000 } }],
  ['a page below one', { query: rows, variables: { first: 0 } }],
  ['a page beyond 32 bits', { query: rows, variables: { first: 1e15 } }],
  ['no token', { query: rows }, { authorization: '' }],
  ['a false token', { query: rows }, { authorization: 'Bearer lucia', 'accept-language': 'en' }],
  ['a fault', { query: '{ fault(kind: "bug") }' }],
  ['a fault beside an answer', { query: '{ fault(kind: "bug") rows(first: 1) { minutes } }' }],
  ['a store that is away', { query: '{ fault(kind: "unavailable") }' }],
  ['a store that is away where the type is still to be told', { query: '{ node { id } }' }],
  ['an operation by name', { query: two, operationName: 'Two' }],
  ['no operation of the name', { query: two, operationName: 'Three' }],
  ['two operations and no name', { query: two }],
  [
    'skip and include',
    {
      query: 'query Q($no: Boolean!) { rows(first: 1) { minutes @skip(if: $no) person @include(if: $no) } }',
      variables: { no: true },
    },
  ],
  [
    'an alias and a fragment',
    {
      query:
        'query Q { a: rows(first: 1) { ...F } b: rows(first: 1) { ...F } } fragment F on Row { minutes __typename }',
    },
  ],
];

test.each(questions.map(([name, asked, headers = {}]) => ({ name, asked, headers })))(
  '$name: the same bytes the long way, the short way, interpreted and compiled',
  async ({ asked, headers }) => {
    const first = await ask(asked, headers);
    const answers = [
      await theLongWay(asked, headers),
      await ask(asked, headers),
      await ask(asked, headers),
      await ask(asked, headers),
      await theLongWay(asked, headers),
      await ask(asked, headers),
    ];
    for (const answer of answers) expect(answer).toEqual(first);
  },
);

function codeOf({ body }: Answered): unknown {
  const { errors } = JSON.parse(body) as { errors?: readonly { extensions: { code: string; field?: string } }[] };
  return errors?.[0]?.extensions;
}

test('a mutation says its entity and its position', async () => {
  const { body, status } = await ask({
    query: echo,
    variables: { input: { text: 'cafe\u0301', idempotencyKey: key } },
  });
  expect([status, body]).toEqual([200, '{"data":{"echo":{"text":"café","position":"7","userErrors":[]}}}\n']);
});

test.each([
  ['it', 'Servono da 2 a 10 caratteri.'],
  ['en', 'It takes 2 to 10 characters.'],
])('what class-validator refuses is said in %s, with its field', async (language, message) => {
  const asked = { query: echo, variables: { input: { text: 'x', idempotencyKey: key } } };
  const { status, body } = await ask(asked, { 'accept-language': language });
  expect(status).toBe(400);
  expect(JSON.parse(body)).toEqual({
    errors: [{ message, path: ['echo'], extensions: { code: 'BAD_USER_INPUT', field: 'text' } }],
    data: null,
  });
});

test.each([
  ['no token', { authorization: '' }, { query: rows }, 401, { code: 'UNAUTHENTICATED' }],
  ['a fault', {}, { query: '{ fault(kind: "bug") }' }, 500, { code: 'INTERNAL' }],
  ['a store that is away', {}, { query: '{ fault(kind: "unavailable") }' }, 503, { code: 'UNAVAILABLE' }],
  [
    'a part that is away',
    {},
    { query: '{ fault(kind: "unavailable") rows(first: 1) { minutes } }' },
    503,
    { code: 'UNAVAILABLE' },
  ],
])('%s has its own code and status', async (_, headers, asked, status, extensions) => {
  const answer = await ask(asked, headers);
  expect([answer.status, codeOf(answer)]).toEqual([status, extensions]);
  expect(answer.body).not.toContain('secret');
  expect(answer.headers['retry-after']).toBe(status === 503 ? '1' : undefined);
});

test('a trusted document that does not fit the schema stops the start', async () => {
  await expect(startExample({ production: true, trusted: ['{ nothing }'] })).rejects.toThrow('trusted document');
});
