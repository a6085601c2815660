/**
 * Canonical JSON: RFC 8785 of objects, arrays, strings, booleans and whole numbers up to ±(2^53-1).
 * Written and checked in one pass, so that nothing can be left out in silence: what is absent has no key.
 *
 * @throws TypeError on null, undefined, fractions, -0, unsafe integers, keys that are not names, lone surrogates,
 * U+0000, and objects that are more than plain data (dates, maps, instances of classes).
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return integer(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) throw new TypeError('null is not canonical: what is absent has no key');
      return Array.isArray(value) ? arrayText(value) : objectText(value);
    default:
      throw new TypeError(`${typeof value} is not canonical`);
  }
}

/** Characters that stand for themselves in JSON: printable ASCII but the quotation mark and the backslash. */
const plainText = /^[ !#-[\]-~]*$/;
const loneSurrogate = /\p{Surrogate}/u;

export function quoted(text: string): string {
  if (plainText.test(text)) return `"${text}"`;
  if (text.includes('\u0000')) throw new TypeError('U+0000 is not canonical');
  if (loneSurrogate.test(text)) throw new TypeError('a lone surrogate is not canonical');
  return JSON.stringify(text);
}

export function integer(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw new TypeError(`${Object.is(value, -0) ? '-0' : String(value)} is not canonical: whole numbers only`);
  }
  return String(value);
}

function arrayText(values: readonly unknown[]): string {
  if (values.length === 0) return '[]';
  let text = `[${canonical(values[0])}`;
  for (let index = 1; index < values.length; index += 1) text += `,${canonical(values[index])}`;
  return `${text}]`;
}

/** Canonical text of an object but for one of its keys. */
export function canonicalWithout(value: object, left: string): string {
  return objectText(value, left);
}

function objectText(value: object, left?: string): string {
  requirePlain(value);
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields).sort();
  let text = '';
  for (const key of keys) {
    if (key !== left) text += `${text === '' ? '{' : ','}${keyText(key)}${canonical(fields[key])}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

/** Plain data has no prototype, or one that has none itself (the Object.prototype of any realm). */
function requirePlain(value: object): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null) return;
  throw new TypeError('only plain objects are canonical');
}

const keyPattern = /^[a-z][A-Za-z0-9]*$/;
const knownKeys = new Map<string, string>();
const knownKeysMax = 2_000;

function keyText(key: string): string {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  if (!keyPattern.test(key)) throw new TypeError(`${JSON.stringify(key)} is not a key of canonical JSON`);
  const text = `"${key}":`;
  if (knownKeys.size < knownKeysMax) knownKeys.set(key, text);
  return text;
}
