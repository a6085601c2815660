import type { Append, EncodedRecord, StreamId } from '#kernel';
import { uuidOf } from '../codec/digest.js';
import { recordHash } from '../codec/encode-record.js';

/** A record of exactly `bytes` bytes that no other record equals. */
export function recordOf(stream: string, revision: number, bytes: number, type = 'SomethingHappened'): EncodedRecord {
  const head = `{"n":"${crypto.randomUUID().slice(0, 8)}","revision":${String(revision)},"stream":"${stream}"}`;
  return recordWith(stream, revision, `${head}\n["${'x'.repeat(Math.max(0, bytes - head.length - 5))}"]`, type);
}

/** A record of this text, whose hash and id follow from its first line; stores look at nothing else in it. */
export function recordWith(stream: string, revision: number, text: string, type = 'SomethingHappened'): EncodedRecord {
  const hex = recordHash('hex', text.slice(0, text.indexOf('\n')));
  return { stream: stream as StreamId, revision, type, id: uuidOf(hex), hash: Buffer.from(hex, 'hex'), text };
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

/** A stream that no other test uses, of a category that is none of the product's: it may share its store with a server. */
export function freshStream(category = 'trial'): string {
  streams += 1;
  return `${category}-${String(streams)}-${crypto.randomUUID()}`;
}
