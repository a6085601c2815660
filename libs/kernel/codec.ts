import type { EncodedRecord } from './event-store.js';
import type { CommandId, StreamId } from './ids.js';
import type { Actor, AnyEvent, CommandTrace, Recorded, RecordRef } from './record.js';
import type { Instant } from './time.js';

/** Everything of a record but its salts. */
export interface Draft {
  readonly stream: StreamId;
  readonly revision: number;
  /** Hash of the record before it; 32 zero bytes at revision 0. */
  readonly previous: Uint8Array;
  readonly recordedAt: Instant;
  readonly command: CommandTrace;
  readonly actor: Actor;
  readonly correlation: string;
  readonly causation?: RecordRef;
  readonly event: AnyEvent;
}

/** The frozen formats of docs/adr/0002. */
export interface Codec {
  /** @throws EventTooLarge above 256 kB; TypeError on anything canonical JSON does not hold. */
  encode(draft: Draft): EncodedRecord;
  /** Reads and upcasts; the stored bytes stay as they are. Does not check hashes: `verify` does. */
  decode(record: EncodedRecord): Recorded;
  /** Recomputes parts, hash, id and chain from the stored text alone. @throws StoreDamaged naming the record */
  verify(record: EncodedRecord, previous: Uint8Array): void;
  commandId(stream: StreamId, actorKey: string, key: string): CommandId;
  newId(command: CommandId, kind: string, n: number): string;
  /** RFC 8785 in UTF-8, of what the frozen formats allow. @throws TypeError on anything else */
  canonical(value: unknown): string;
}

/** person, "system:" + name, or "import:" + id: never the one acted for. */
export function actorKeyOf(actor: Actor): string {
  if ('system' in actor) return `system:${actor.system}`;
  if ('import' in actor) return `import:${actor.import}`;
  return actor.person;
}
