import { readFileSync } from 'node:fs';

interface Part {
  readonly salt: string;
  readonly value: unknown;
}

/** What formats.v1.json holds. Bytes are base64url, without padding. */
export interface Vectors {
  readonly canonical: readonly { readonly name: string; readonly value: unknown; readonly text: string; readonly sha256: string }[];
  /** JSON whose value is not canonical. */
  readonly refused: readonly { readonly name: string; readonly json: string }[];
  readonly keys: readonly { readonly id: string; readonly bytes: string }[];
  readonly commands: readonly { readonly name: string; readonly stream: string; readonly actorKey: string; readonly key: string; readonly id: string }[];
  readonly newIds: readonly { readonly command: string; readonly kind: string; readonly n: number; readonly id: string }[];
  readonly commandHashes: readonly { readonly name: string; readonly command: string; readonly keys: readonly string[]; readonly input: string; readonly hash: string }[];
  readonly texts: readonly {
    readonly name: string;
    readonly plain: string;
    readonly place: { readonly stream: string; readonly entity: string; readonly field: string };
    readonly sealed: { readonly keys: readonly string[]; readonly nonce: string; readonly text: string };
  }[];
  /** One chain, in order. */
  readonly records: readonly RecordVector[];
  /** A copy of the record with the first `find` replaced. */
  readonly tamperedRecords: readonly (Change & { readonly record: string })[];
  /** Over the first `size` records. */
  readonly trees: readonly { readonly size: number; readonly root: string; readonly proofs: readonly (readonly string[])[] }[];
  readonly checkpoint: { readonly privateKey: string; readonly publicKey: string; readonly size: number; readonly stream: string; readonly note: string };
  readonly receipt: { readonly head: unknown; readonly body: Part; readonly leg: Part & { readonly index: number }; readonly proof: readonly string[]; readonly checkpoint: string };
  /** A copy of the receipt's canonical text with the first `find` replaced. */
  readonly tamperedReceipts: readonly Change[];
}

export interface RecordVector {
  readonly name: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly previous: string;
  readonly hash: string;
  readonly id: string;
  readonly text: string;
}

export interface Change {
  readonly how: string;
  readonly find: string;
  readonly replace: string;
}

export function readVectors(): Vectors {
  return JSON.parse(readFileSync('test/vectors/formats.v1.json', 'utf8')) as Vectors;
}

/** @throws where the change would change nothing: it would prove nothing either. */
export function changed(text: string, { how, find, replace }: Change): string {
  const copy = text.replace(find, () => replace);
  if (copy === text) throw new Error(`the copy with ${how} is not another`);
  return copy;
}
