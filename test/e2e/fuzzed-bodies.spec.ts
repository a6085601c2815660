import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLObjectType,
} from 'graphql';
import { openBank } from './bank.js';
import { authorizationOf, serverUrl } from './server.js';

const bodies = 10_000;
const atOnce = 16;
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
/** Every name that the schema knows, so that much of what is made comes far. */
const names = Object.values(schema.getTypeMap()).flatMap((type) => [
  type.name,
  ...('getFields' in type ? Object.keys(type.getFields()) : []),
]);

const name = fc.constantFrom(...names);
const token = fc.oneof(
  name,
  fc.constantFrom(
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    '$',
    '!',
    '...',
    '@include',
    '@skip',
    '"""',
    '"',
    '#',
    '|',
    '&',
    '=',
  ),
  fc.constantFrom(
    'query',
    'mutation',
    'subscription',
    'fragment',
    'on',
    'first',
    'id',
    'input',
    '__typename',
    '__schema',
  ),
  fc.constantFrom('-1', '1e9', '0.5', '99999999999999999999', 'null', 'true', '\u0000', '\ud800', '\u202e', '\\u0000'),
);
const soup = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(' '));
/** Well-formed, with fields that are there and fields that are not. */
const selection = fc.letrec<{ set: string; field: string }>((tie) => ({
  set: fc.array(tie('field'), { minLength: 1, maxLength: 4 }).map((fields) => `{ ${fields.join(' ')} }`),
  field: fc.oneof(
    { maxDepth: 6 },
    name,
    fc.tuple(name, tie('set')).map(([field, set]) => `${field} ${set}`),
    fc
      .tuple(name, name, fc.jsonValue(), tie('set'))
      .map(([field, argument, value, set]) => `${field}(${argument}: ${JSON.stringify(value)}) ${set}`),
  ),
}));
/** As the schema wants it, so that some of it is run. */
function fitting(type: GraphQLObjectType, depth: number): fc.Arbitrary<string> {
  const plain = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  const fields = plain.flatMap(({ name: field, type: of }) => {
    const named = getNamedType(of);
    if (!isObjectType(named)) return isLeafType(named) ? [fc.constant(field)] : [];
    return depth === 0 ? [] : [fitting(named, depth - 1).map((set) => `${field} ${set}`)];
  });
  return fc
    .array(fc.oneof(fc.constant('__typename'), ...fields), { minLength: 1, maxLength: 3 })
    .map((chosen) => `{ ${chosen.join(' ')} }`);
}
const query = schema.getQueryType();
if (!query) throw new Error('the schema has queries');

const document: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fitting(query, 4) },
  { weight: 1, arbitrary: soup },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: selection.set },
  { weight: 1, arbitrary: selection.set.map((set) => `{ viewer ${set} }`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(name, selection.set)
      .map(([verb, set]) => `mutation M($input: JSON) { ${verb}(input: $input) ${set} }`),
  },
);

const json = fc.record(
  {
    query: fc.oneof({ weight: 8, arbitrary: document }, { weight: 1, arbitrary: fc.jsonValue() }),
    variables: fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())),
    operationName: fc.oneof(fc.string(), fc.jsonValue()),
    extensions: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  { weight: 8, arbitrary: json.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: json.map((value) => JSON.stringify(value).slice(0, -3)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
);

interface Answered {
  readonly status: number;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
afterAll(() => {
  agent.destroy();
});

async function send(content: string | Buffer, authorization: string): Promise<Answered> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content), authorization };
  const asked = request(`${serverUrl()}/graphql`, { method: 'POST', agent, headers }).end(content);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, body: await text(answer) };
}

/** Answered in our shape, with nothing of the inside. */
function isInOrder({ status, body: said }: Answered): boolean {
  if (status >= 500 || /\bat .*\.[cm]?[jt]s|node_modules|stacktrace|SELECT |"INTERNAL"/i.test(said)) return false;
  const { data, errors } = JSON.parse(said) as { data?: unknown; errors?: readonly { extensions: { code: string } }[] };
  return errors === undefined
    ? data !== undefined
    : errors.every(({ extensions }) => /^[A-Z_]+$/.test(extensions.code));
}

test(`whatever is sent is answered: 10,000 bodies of seed ${String(seed)} (again with FUZZ_SEED)`, async () => {
  const { keeper } = await openBank('fuzzed');
  const somebody = await authorizationOf(keeper);
  const sent = fc.sample(body, { numRuns: bodies, seed });
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  const work = async (from: number): Promise<void> => {
    for (let n = from; n < sent.length; n += atOnce) {
      const content = sent[n] ?? '';
      const answer = await send(content, n % 2 === 0 ? somebody : '');
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (!isInOrder(answer))
        wrong.push(`${String(answer.status)} ${answer.body.slice(0, 300)} for ${content.toString().slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, from) => work(from)));

  expect(wrong).toEqual([]);
  expect([...statuses.keys()].every((status) => [200, 400, 401].includes(status))).toBe(true);
  for (const status of [200, 400, 401]) expect(statuses.get(status) ?? 0).toBeGreaterThan(20);
  expect((await fetch(`${serverUrl()}/health/ready`)).status).toBe(200);
}, 120_000);
