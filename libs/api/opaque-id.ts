import { NotFound, asId, type BankId, type Uuid } from '#kernel';

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

/** Something of one bank's journal. */
export interface InBank<Id> {
  readonly bank: BankId;
  readonly id: Id;
}

const uuidBytes = 16;

export function opaqueId(kind: Kind, ...ids: readonly string[]): string {
  return Buffer.concat([Buffer.from(letters[kind]), ...ids.map(bytesOf)]).toString('base64url');
}

/** The id of a thing of this kind; undefined for anything else, malformed or foreign alike. */
export function readId<Id extends Uuid<string>>(kind: Exclude<Kind, BankKind>, opaque: string): Id | undefined {
  const [id] = read(kind, opaque, 1);
  return id === undefined ? undefined : asId<Id>(id);
}

export function readIdInBank<Id extends Uuid<string>>(kind: BankKind, opaque: string): InBank<Id> | undefined {
  const [bank, id] = read(kind, opaque, 2);
  return bank === undefined || id === undefined ? undefined : { bank: asId<BankId>(bank), id: asId<Id>(id) };
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

function read(kind: Kind, opaque: string, count: number): readonly string[] {
  const bytes = Buffer.from(opaque, 'base64url');
  const wellFormed =
    bytes.length === 1 + count * uuidBytes &&
    bytes[0] === letters[kind].charCodeAt(0) &&
    bytes.toString('base64url') === opaque;
  if (!wellFormed) return [];
  return Array.from({ length: count }, (_, n) => uuidOf(bytes.subarray(1 + n * uuidBytes, 1 + (n + 1) * uuidBytes)));
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
