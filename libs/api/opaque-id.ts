import { NotFound, uuidAt, uuidBytes, writeUuid, type BankId, type Uuid } from '#kernel';

const letters = {
  network: 'n',
  bank: 'b',
  hub: 'h',
  person: 'p',
  account: 'a',
  exchange: 'x',
  mandate: 'm',
  grant: 'g',
} as const;

/** What an opaque id may name. Accounts, exchanges, mandates and grants live in a bank: their ids carry it. */
export type Kind = keyof typeof letters;
export type BankKind = 'account' | 'exchange' | 'mandate' | 'grant';

/** For one id at a time: nothing waits between writing and reading it. */
const scratch = Buffer.alloc(1 + 2 * uuidBytes + 1);

/** Something of one bank's journal. */
export interface InBank<Id> {
  readonly bank: BankId;
  readonly id: Id;
}

export function opaqueId(kind: Kind, ...ids: readonly string[]): string {
  scratch[0] = letters[kind].charCodeAt(0);
  let end = 1;
  for (const id of ids) end = writeUuid(scratch, end, id);
  return scratch.toString('base64url', 0, end);
}

/** The id of a thing of this kind; undefined for anything else, malformed or foreign alike. */
export function readId<Id extends Uuid<string>>(kind: Exclude<Kind, BankKind>, opaque: string): Id | undefined {
  const [id] = read(kind, opaque, 1);
  return id as Id | undefined;
}

export function readIdInBank<Id extends Uuid<string>>(kind: BankKind, opaque: string): InBank<Id> | undefined {
  const [bank, id] = read(kind, opaque, 2);
  return bank === undefined || id === undefined ? undefined : { bank: bank as BankId, id: id as Id };
}

/** @throws NotFound where the id names nothing of this kind */
export function idOf<Id extends Uuid<string>>(kind: Exclude<Kind, BankKind>, opaque: string): Id {
  const id = readId<Id>(kind, opaque);
  if (id === undefined) throw new NotFound();
  return id;
}

/** @throws NotFound where the id names nothing of this kind */
export function idInBank<Id extends Uuid<string>>(kind: BankKind, opaque: string): InBank<Id> {
  const found = readIdInBank<Id>(kind, opaque);
  if (found === undefined) throw new NotFound();
  return found;
}

/** The kind of a well-formed id. */
export function kindOf(opaque: string): Kind | undefined {
  const letter = Buffer.from(opaque, 'base64url').subarray(0, 1).toString('latin1');
  return (Object.keys(letters) as Kind[]).find((kind) => letters[kind] === letter);
}

const readMax = 10_000;
/** What the last well-formed ids said, as the UUIDs that were made of their bytes: the same few accounts are named again and again. */
const readBefore = new Map<string, { readonly kind: Kind; readonly ids: readonly string[] }>();

function read(kind: Kind, opaque: string, count: number): readonly string[] {
  const known = readBefore.get(opaque);
  if (known) return known.kind === kind && known.ids.length === count ? known.ids : [];
  const ids = readAnew(kind, opaque, count);
  if (readBefore.size >= readMax) readBefore.clear();
  if (ids.length > 0) readBefore.set(opaque, { kind, ids });
  return ids;
}

function readAnew(kind: Kind, opaque: string, count: number): readonly string[] {
  const length = 1 + count * uuidBytes;
  // A longer text is cut at the end of the scratch bytes, and then is not what these bytes are written as.
  const written = scratch.write(opaque, 'base64url');
  const wellFormed =
    written === length &&
    scratch[0] === letters[kind].charCodeAt(0) &&
    scratch.toString('base64url', 0, length) === opaque;
  if (!wellFormed) return [];
  return Array.from({ length: count }, (_, n) => uuidAt(scratch, 1 + n * uuidBytes));
}
