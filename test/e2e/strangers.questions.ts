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
/** Hubs are public, their names hang on their doors: whose they are and where is asked here by everybody. */
const publicReads: ReadonlySet<string> = new Set(['Viewer.hubs(network)']);

export function questionsOf(schema: GraphQLSchema): readonly Question[] {
  const query = Object.values(schema.getQueryType()?.getFields() ?? {});
  const viewer = schema.getType('Viewer');
  const reads = isObjectType(viewer) ? Object.values(viewer.getFields()) : [];
  const verbs = Object.values(schema.getMutationType()?.getFields() ?? {});
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
    default:
      return name === 'timeZone' ? 'Europe/Rome' : 'parola';
  }
}

/** All fields of a type, down to a depth: what could leak is asked for. Fields that need arguments have questions of their own. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  if (isInterfaceType(named))
    return '{ __typename id ... on Account { balanceMinutes } ... on Exchange { state } ... on Bank { name } }';
  const fields = Object.values(named.getFields()).filter(
    (field) => !field.args.some(({ type: asked }) => isNonNullType(asked)),
  );
  const asked = fields.map((field) => {
    const isLeaf = !isObjectType(getNamedType(field.type));
    return isLeaf ? field.name : depth > 1 ? `${field.name} ${selectionOf(field.type, depth - 1)}` : '';
  });
  return `{ __typename ${asked.join(' ')} }`;
}
