import { binaryEvent, type AllStreamRecordedEvent, type BinaryEventType, type EventData } from '@eventstore/db-client';
import { StoreDamaged, type EncodedRecord, type StoredRecord, type StreamId } from '#kernel';
import { uuidOf } from '../codec/digest.js';
import { recordHash } from '../codec/encode-record.js';

/** The verbatim record and nothing else: metadata would be parsed as JSON on its way back. */
export function eventOf({ id, type, text }: EncodedRecord): EventData<BinaryEventType> {
  return binaryEvent({ id, type, data: Buffer.from(text) });
}

/**
 * The record as it was given. Its hash is not stored beside it but made again from its head, and must give its id.
 *
 * @throws StoreDamaged naming the record
 */
export function storedRecord(event: AllStreamRecordedEvent): StoredRecord {
  const { streamId, id, type } = event;
  const revision = Number(event.revision);
  const text = Buffer.from(bytesOf(event)).toString();
  const hex = recordHash('hex', text.slice(0, Math.max(0, text.indexOf('\n'))));
  if (uuidOf(hex) !== id) throw new StoreDamaged(`${streamId} revision ${String(revision)}: the id is another`);
  const hash = Buffer.from(hex, 'hex');
  return { stream: streamId as StreamId, revision, type, id, hash, text, position: event.position.commit };
}

function bytesOf({ streamId, revision, isJson, data }: AllStreamRecordedEvent): Uint8Array {
  if (!isJson && data instanceof Uint8Array) return data;
  throw new StoreDamaged(`${streamId} revision ${String(revision)}: it is no record`);
}
