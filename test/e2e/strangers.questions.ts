import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export type IdSlot = 'account' | 'exchange' | 'bank' | 'hub' | 'network' | 'person' | 'mandate' | 'grant';
type Own = Readonly<Record<IdSlot, string>>;

/** One place of the schema that takes an id, and how to ask there. */
export interface Question {
  readonly name: string;
  readonly slot: IdSlot;
  readonly document: string;
  readonly variablesWith: (id: string, own: Own, idempotencyKey: string) => Readonly<Record<string, unknown>>;
}

/** What kind of id an argument of this name takes; `id` and the like take every kind that its field is about. */
const slotOfName: Readonly<Record<string, IdSlot>> = {
  account: 'account',
  provider: 'account',
  receiver: 'account',
  onBehalfOf: 'account',
  member: 'account',
  actingFor: 'account',
  exchange: 'exchange',
  bank: 'bank',
  hub: 'hub',
  parent: 'hub',
  network: 'network',
  person: 'person',
  administrators: 'person',
  mandate: 'mandate',
  grant: 'grant',
};
const slotsOfId: Readonly<Record<string, readonly IdSlot[]>> = {
  'Query.node': ['account', 'exchange', 'bank', 'hub', 'network', 'person', 'mandate', 'grant'],
  'Viewer.account': ['account'],
  'Viewer.exchange': ['exchange'],
};
/** What everybody may ask: hubs and their doors, and what a network says of its privacy, hang on a wall. */
const publicReads: ReadonlySet<string> = new Set([
  'Viewer.hubs(network)',
  'Viewer.privacyNotice(network)',
  'Viewer.retention(network)',
]);
/** Texts that are arguments of fields and name nothing of anybody's: all that come are known here. */
const plainTexts: ReadonlySet<string> = new Set([
  'minPosition',
  'after',
  'before',
  'search',
  'edition',
  'hubDoor(hub)',
  // Anybody may open a page and see which hub's client it shows.
  'isOpenAt(origin)',
  // A hub's name on a wall, too; what comes back is the asker's own membership or nothing.
  'membershipAt(hub)',
]);

export function questionsOf(schema: GraphQLSchema): readonly Question[] {
  const query = Object.values(schema.getQueryType()?.getFields() ?? {});
  const viewer = schema.getType('Viewer');
  const reads = isObjectType(viewer) ? Object.values(viewer.getFields()) : [];
  const verbs = Object.values(schema.getMutationType()?.getFields() ?? {});
  requireNothingForgotten(schema);
  return [
    ...query.flatMap((field) => readQuestions('Query', field, (asked) => asked)),
    ...reads.flatMap((field) => readQuestions('Viewer', field, (asked) => `viewer { ${asked} }`)),
    ...verbs.flatMap(verbQuestions),
  ].filter(({ name }) => !publicReads.has(name));
}

function isId({ type }: GraphQLArgument | GraphQLInputField): boolean {
  return getNamedType(type).name === 'ID';
}

/** @throws where an argument takes an id of no known kind: a new field must say which */
function slotsOf(place: string, name: string): readonly IdSlot[] {
  const slot = slotOfName[name];
  const slots = slot === undefined ? slotsOfId[place] : [slot];
  if (!slots) throw new Error(`${place}(${name}) takes an id of a kind that the strangers' test does not know`);
  return slots;
}

/** @throws where ids or texts are asked for in a place that no question reaches */
function requireNothingForgotten(schema: GraphQLSchema): void {
  const asked = new Set(['Query', 'Viewer', 'Mutation']);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInputObjectType(type)) requireFlat(type);
    if (!isObjectType(type)) continue;
    for (const { name, args } of Object.values(type.getFields())) {
      for (const argument of args) {
        const place = `${type.name}.${name}(${argument.name})`;
        if (isId(argument) && !asked.has(type.name)) throw new Error(`${place} takes an id where nobody asks with one`);
        const isText = getNamedType(argument.type).name === 'String';
        if (isText && !plainTexts.has(argument.name) && !plainTexts.has(`${name}(${argument.name})`)) {
          throw new Error(`${place} is a text of which the strangers' test does not know what it may name`);
        }
      }
    }
  }
}

/** Ids stand in a verb's own input: in an input within it nobody would ask for them. */
function requireFlat(input: GraphQLInputObjectType): void {
  for (const { name, type } of Object.values(input.getFields())) {
    const inner = getNamedType(type);
    if (!isInputObjectType(inner)) continue;
    if (Object.values(inner.getFields()).some(isId))
      throw new Error(`${input.name}.${name} holds an id one level too deep`);
  }
}

function readQuestions(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  wrapped: (asked: string) => string,
): readonly Question[] {
  const place = `${parent}.${field.name}`;
  const used = field.args.filter((argument) => isNonNullType(argument.type) || isId(argument));
  const declared = used.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const asked = `${field.name}(${passed}) ${selectionOf(field.type, 5)}`;
  const document = `query Q(${declared}) { ${wrapped(asked)} }`;
  return used.filter(isId).flatMap(({ name }) =>
    slotsOf(place, name).map((slot) => ({
      name: `${place}(${name})`,
      slot,
      document,
      variablesWith: (id, own) =>
        Object.fromEntries(
          used.map((argument) => [argument.name, argument.name === name ? id : own[slotOfName[argument.name] ?? slot]]),
        ),
    })),
  );
}

function verbQuestions(verb: GraphQLField<unknown, unknown>): readonly Question[] {
  const [argument] = verb.args;
  const input = argument && getNamedType(argument.type);
  if (!argument || !isInputObjectType(input)) return [];
  const fields = Object.values(input.getFields());
  const document = `mutation M($input: ${argument.type.toString()}) { ${verb.name}(input: $input) ${selectionOf(verb.type, 4)} }`;
  return fields.filter(isId).flatMap(({ name }) =>
    slotsOf(verb.name, name).map((slot) => ({
      name: `${verb.name}(${name})`,
      slot,
      document,
      variablesWith: (id, own, idempotencyKey) => ({
        input: { ...plausible(fields, own), [name]: listed(fields, name, id), idempotencyKey },
      }),
    })),
  );
}

function listed(fields: readonly GraphQLInputField[], name: string, id: string): unknown {
  const field = fields.find((each) => each.name === name);
  return field && isListType(getNullableType(field.type)) ? [id] : id;
}

/** The required fields of an input, with our own ids: only the asked id is strange. */
function plausible(fields: readonly GraphQLInputField[], own: Own): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => [name, valueOf(name, type, own)]),
  );
}

function valueOf(name: string, type: GraphQLInputType, own: Own): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return getNamedType(type).name === 'ID' ? [own.person] : [];
  if (isInputObjectType(nullable)) return plausible(Object.values(nullable.getFields()), own);
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  switch (getNamedType(type).name) {
    case 'ID':
      return own[slotOfName[name] ?? 'account'];
    case 'Minutes':
      return name === 'exchangeMinutesMax' ? 1_440 : 30;
    case 'Int':
      return 30;
    case 'LocalDate':
      return '2026-01-31';
    case 'Boolean':
      return true;
    default:
      return name === 'timeZone' ? 'Europe/Rome' : 'parola';
  }
}

/** All fields of a type, down to a depth: what could leak is asked for. Fields that take an id have questions of their own. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  if (isInterfaceType(named))
    return '{ __typename id ... on Account { balanceMinutes } ... on Exchange { state } ... on Bank { name } }';
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some(isId));
  const asked = fields.map((field) => {
    const asking = `${field.name}${plainArguments(field)}`;
    const isLeaf = !isObjectType(getNamedType(field.type));
    return isLeaf ? asking : depth > 1 ? `${asking} ${selectionOf(field.type, depth - 1)}` : '';
  });
  return `{ __typename ${asked.join(' ')} }`;
}

/** The arguments that a field needs: none of them is an id. */
function plainArguments({ args }: GraphQLField<unknown, unknown>): string {
  const needed = args.filter(({ type }) => isNonNullType(type));
  if (needed.length === 0) return '';
  return `(${needed.map(({ name, type }) => `${name}: ${plainValue(getNamedType(type).name)}`).join(', ')})`;
}

function plainValue(type: string): string {
  if (type === 'Int') return '3';
  if (type === 'LocalDate') return '"2026-01-31"';
  if (type === 'String') return '"nessuno"';
  throw new Error(`the strangers' test has no ${type} to ask with`);
}
