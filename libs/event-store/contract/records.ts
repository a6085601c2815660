import type { Append, EncodedRecord, StreamId } from '#kernel';

/** A record of exactly `bytes` bytes that no other record equals: stores look at nothing in it. */
export function recordOf(stream: string, revision: number, bytes: number, type = 'SomethingHappened'): EncodedRecord {
  const hash = crypto.getRandomValues(new Uint8Array(32));
  const head = `{"revision":${String(revision)},"stream":"${stream}"}`;
  const text = `${head}\n["${'x'.repeat(Math.max(0, bytes - head.length - 5))}"]`;
  return { stream: stream as StreamId, revision, type, id: crypto.randomUUID(), hash, text };
}

export function recordAt(stream: string, revision: number, type?: string): EncodedRecord {
  return recordOf(stream, revision, 120, type);
}

/** `count` new records after `expectedRevision`. */
export function appendOf(stream: string, expectedRevision: number, count = 1): Append {
  const records = Array.from({ length: count }, (_, index) => recordAt(stream, expectedRevision + 1 + index));
  return { stream: stream as StreamId, expectedRevision, records };
}

let streams = 0;

/** A stream that no other test uses. */
export function freshStream(category = 'journal'): string {
  streams += 1;
  return `${category}-${String(streams)}-${crypto.randomUUID()}`;
}
