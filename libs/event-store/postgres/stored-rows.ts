import { StoreDamaged, type Batch, type Position, type StoredRecord, type StreamId } from '#kernel';

/** A row of `events.read_stream` and `events.read_all`; the latter withholds all but the position of other categories. */
export type RecordRow = readonly [position: string, ...rest: Held | Withheld];
type Held = readonly [stream: StreamId, revision: number, type: string, id: string, hash: Uint8Array, text: string];
type Withheld = readonly [null, null, null, null, null, null];

export function storedRecords(rows: readonly RecordRow[]): StoredRecord[] {
  const records: StoredRecord[] = [];
  for (const [position, stream, revision, type, id, hash, text] of rows) {
    if (stream !== null) records.push({ position: BigInt(position), stream, revision, type, id, hash, text });
  }
  return records;
}

/**
 * The rows after a position as a batch; undefined when there are none.
 *
 * @throws StoreDamaged when a position is missing: they are given without a gap and become visible in their order
 */
export function batchAfter(after: Position, rows: readonly RecordRow[]): Batch | undefined {
  let through = after;
  for (const [position] of rows) {
    through += 1n;
    if (BigInt(position) !== through) throw new StoreDamaged(`no record stands at position ${String(through)}`);
  }
  return rows.length === 0 ? undefined : { records: storedRecords(rows), through };
}
