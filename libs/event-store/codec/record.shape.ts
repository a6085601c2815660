/** The frame of a stored record, read from text that may be anybody's: each function throws TypeError on another shape. */
export interface CheckedHead {
  readonly stream: string;
  readonly revision: number;
  readonly previous: string;
  readonly type: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly entry?: { readonly number: number; readonly minutes: readonly number[] };
  readonly parts: readonly string[];
}

export interface CheckedPart {
  readonly salt: string;
  readonly value: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

export function checkedHead(value: unknown): CheckedHead {
  const head = fieldsOf(value, 'the head', headKeys, ['entry']);
  if (head['format'] !== 1) throw new TypeError('the format is not 1');
  const entry = head['entry'] === undefined ? undefined : checkedEntry(head['entry']);
  const version = integerOf(head['version'], 'the version');
  if (version < 1) throw new TypeError('the version does not count from 1');
  return {
    stream: textOf(head['stream'], 'the stream'),
    revision: integerOf(head['revision'], 'the revision'),
    previous: textOf(head['previous'], 'previous'),
    type: textOf(head['type'], 'the type'),
    version,
    recordedAt: textOf(head['recordedAt'], 'recordedAt'),
    parts: listOf(head['parts'], 'parts').map((part) => textOf(part, 'a part hash')),
    ...(entry && { entry }),
  };
}

const headKeys = ['format', 'stream', 'revision', 'previous', 'type', 'version', 'recordedAt', 'parts'] as const;

function checkedEntry(value: unknown): { readonly number: number; readonly minutes: readonly number[] } {
  const entry = fieldsOf(value, 'the entry', ['number', 'minutes']);
  return {
    number: integerOf(entry['number'], 'the entry number'),
    minutes: listOf(entry['minutes'], 'minutes').map((leg) => integerOf(leg, 'minutes of a leg')),
  };
}

export function checkedParts(value: unknown): readonly CheckedPart[] {
  return listOf(value, 'the parts').map((item) => {
    const part = fieldsOf(item, 'a part', ['salt', 'value']);
    return { salt: textOf(part['salt'], 'a salt'), value: part['value'] };
  });
}

export function checkedBody(value: unknown): { readonly command: { readonly index: number; readonly count: number } } {
  const body = fieldsOf(value, 'the body', ['command', 'actor', 'correlation', 'data'], ['causation']);
  const command = fieldsOf(body['command'], 'the command', ['id', 'hash', 'keys', 'index', 'count']);
  textOf(command['id'], 'the command id');
  textOf(command['hash'], 'the command hash');
  listOf(command['keys'], 'the command keys');
  textOf(body['correlation'], 'the correlation');
  fieldsOf(body['data'], 'the data');
  fieldsOf(body['actor'], 'the actor');
  const index = integerOf(command['index'], 'the command index');
  return { command: { index, count: integerOf(command['count'], 'the command count') } };
}

export function checkedLeg(value: unknown): { readonly account: string } {
  const leg = fieldsOf(value, 'a leg');
  integerOf(leg['balanceAfterMinutes'], 'the balance after a leg');
  return { account: textOf(leg['account'], 'the account of a leg') };
}

/** With `required`, an object of exactly these keys and none but the optional ones besides. */
function fieldsOf(
  value: unknown,
  name: string,
  required?: readonly string[],
  optional: readonly string[] = [],
): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${name} is no object`);
  if (!required) return value as Fields;
  const keys = Object.keys(value);
  const missing = required.find((key) => !keys.includes(key));
  if (missing !== undefined) throw new TypeError(`${name} has no ${missing}`);
  const added = keys.find((key) => !required.includes(key) && !optional.includes(key));
  if (added !== undefined) throw new TypeError(`${name} has ${added}, which does not belong there`);
  return value as Fields;
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new TypeError(`${name} is no text`);
  return value;
}

function integerOf(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new TypeError(`${name} is no number`);
  return value;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} is no list`);
  return value;
}
