import { BACKWARDS, END, ErrorType, type EventStoreDBClient } from '@eventstore/db-client';
import { StoreDamaged, type StoredRecord, type StreamId } from '#kernel';
import { isOfType, readFailure } from './store-errors.js';
import { storedRecord } from './stored-events.js';

/** @throws StoreUnavailable; StoreDamaged naming a record that is missing or is not what was stored */
export async function readStored(
  client: EventStoreDBClient,
  stream: StreamId,
  from: number,
  limit: number,
): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  const options = { fromRevision: BigInt(from), maxCount: limit, requiresLeader: true };
  try {
    for await (const { event } of client.readStream(stream, options)) {
      if (!event?.position) throw new StoreDamaged(`${stream}: an event without a position`);
      const record = storedRecord({ ...event, position: event.position });
      const revision = from + records.length;
      if (record.revision !== revision) throw new StoreDamaged(`${stream} revision ${String(revision)} is missing`);
      records.push(record);
    }
  } catch (cause) {
    if (!isOfType(cause, ErrorType.STREAM_NOT_FOUND)) throw readFailure(cause);
  }
  return records;
}

/** Of the last record; -1 where there is no such stream. @throws StoreUnavailable */
export async function lastRevision(client: EventStoreDBClient, stream: StreamId): Promise<number> {
  const options = { direction: BACKWARDS, fromRevision: END, maxCount: 1, requiresLeader: true } as const;
  let revision = -1;
  try {
    for await (const { event } of client.readStream(stream, options)) revision = Number(event?.revision ?? -1);
  } catch (cause) {
    if (!isOfType(cause, ErrorType.STREAM_NOT_FOUND)) throw readFailure(cause);
  }
  return revision;
}
