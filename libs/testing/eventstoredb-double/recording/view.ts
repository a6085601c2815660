import { createHash } from 'node:crypto';

import { recordedPaths, type Message } from './calls.js';
import type { Names } from './names.js';

const SHOWN_BYTES_MAX = 64;
/** The server says revisions a second time for clients older than 20.6.1; ours does not look there. */
const OUTDATED = /2060$/;

/** A message as a reader wants it: what is absent has no key, and what differs from run to run has a name. */
export function viewOf(message: Message, names: Names): object {
  return fieldsOf(message, message.toObject(), names);
}

function fieldsOf(message: object, plain: object, names: Names): object {
  const view: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(plain) as [string, unknown][]) {
    if (OUTDATED.test(key) || isAbsent(message, key)) continue;
    const shown = shownOf(key, value, read(message, 'get', key), names);
    if (shown !== undefined) view[key] = shown;
  }
  return view;
}

function shownOf(key: string, value: unknown, field: unknown, names: Names): unknown {
  if (key === 'metadataMap') return metadataOf(value as readonly (readonly [string, string])[]);
  if (key === 'commitPosition' || key === 'preparePosition') return names.position(value as string);
  if (key === 'correlationId') return names.correlation(JSON.stringify(value));
  if (key === 'string' && typeof value === 'string') return names.eventId(value);
  if (key === 'methodsList') return methodsOf(value as readonly Supported[]);
  if (key === 'subscriptionId') return 'a new id';
  if (key === 'deadline') return names.deadline(value as { readonly seconds: number });
  if (key === 'data' || key === 'customMetadata' || key === 'value') return bytesOf(value as string);
  if (key === 'streamName') return Buffer.from(value as string, 'base64').toString();
  if (Array.isArray(value)) return listOf(value, field as readonly unknown[], names);
  return typeof value === 'object' && value !== null ? fieldsOf(field as object, value, names) : value;
}

function listOf(value: readonly unknown[], fields: readonly unknown[], names: Names): readonly unknown[] {
  return value.map((one, index) =>
    typeof one === 'object' && one !== null ? fieldsOf(fields[index] as object, one, names) : one,
  );
}

interface Supported {
  readonly serviceName: string;
  readonly methodName: string;
}

/** The server has many more; nothing of ours asks for them. */
function methodsOf(methods: readonly Supported[]): readonly Supported[] {
  const asked = recordedPaths.map((path) => path.toLowerCase());
  return methods.filter(({ serviceName, methodName }) => asked.includes(`/${serviceName}/${methodName}`));
}

/** The order of a map's entries means nothing; when it was made is the server's clock. */
function metadataOf(entries: readonly (readonly [string, string])[]): object {
  const shown = entries.map(([key, value]) => [key, key === 'created' && /^\d{17}$/.test(value) ? 'ticks' : value]);
  return Object.fromEntries(shown.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))) as object;
}

/** Base64, and of much only how much it is. */
function bytesOf(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length <= SHOWN_BYTES_MAX) return base64;
  return `${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('base64url')}`;
}

function isAbsent(message: object, key: string): boolean {
  return read(message, 'has', key) === false;
}

/** The generated classes have `hasKey()` where a field may be absent, and `getKey()` for every one. */
function read(message: object, verb: 'has' | 'get', key: string): unknown {
  const method: unknown = Reflect.get(message, `${verb}${key.charAt(0).toUpperCase()}${key.slice(1)}`);
  return typeof method === 'function' ? (method.call(message) as unknown) : undefined;
}
