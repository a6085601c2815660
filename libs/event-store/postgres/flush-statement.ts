import type { Append, AppendVerdict, EncodedRecord } from '#kernel';

/** `appended_at` and `actual`, as pg gives them. */
export type VerdictRow = readonly [appendedAt: string | null, actual: number];

export interface FlushStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The shortest function call that stores these appends; clocks are compared before anything is stored. */
export function flushStatement(appends: readonly Append[], processClockMs: number): FlushStatement {
  const [append] = appends;
  if (!append || appends.length > 1) return manyStreams(appends, processClockMs);
  const [record] = append.records;
  return record && append.records.length === 1
    ? oneRecord(append, record, processClockMs)
    : oneStream(append, processClockMs);
}

export function verdictOf([appendedAt, actual]: VerdictRow): AppendVerdict {
  return appendedAt === null
    ? { status: 'conflict', revision: actual }
    : { status: 'appended', position: BigInt(appendedAt) };
}

function oneRecord(append: Append, { id, type, hash, text }: EncodedRecord, clock: number): FlushStatement {
  return {
    name: 'append-one',
    text: 'select * from events.append_one($1, $2, $3, $4, $5, $6, $7)',
    values: [append.stream, append.expectedRevision, id, type, hash, text, clock],
  };
}

function oneStream({ stream, expectedRevision, records }: Append, clock: number): FlushStatement {
  const heads = records.map(headOf).join('\n');
  return {
    name: 'append-stream',
    text: 'select * from events.append_stream($1, $2, $3, $4, $5, $6, $7)',
    values: [stream, expectedRevision, records.length, heads, textsOf(records), hashesOf(records), clock],
  };
}

function manyStreams(appends: readonly Append[], clock: number): FlushStatement {
  const lines = appends.map(
    ({ stream, expectedRevision, records }) => `${stream} ${String(expectedRevision)} ${String(records.length)}`,
  );
  const heads = appends.flatMap(({ records }, index) =>
    records.map((record) => `${String(index + 1)} ${headOf(record)}`),
  );
  const records = appends.flatMap((append) => append.records);
  return {
    name: 'append-many',
    text: 'select * from events.append_many($1, $2, $3, $4, $5)',
    values: [lines.join('\n'), heads.join('\n'), textsOf(records), hashesOf(records), clock],
  };
}

function headOf({ id, revision, type }: EncodedRecord): string {
  return `${id} ${String(revision)} ${type}`;
}

/** A record is two lines, neither of them empty: an empty line stands only between two records. */
function textsOf(records: readonly EncodedRecord[]): string {
  return records.map((record) => record.text).join('\n\n');
}

function hashesOf(records: readonly EncodedRecord[]): Uint8Array {
  return Buffer.concat(records.map((record) => record.hash));
}
