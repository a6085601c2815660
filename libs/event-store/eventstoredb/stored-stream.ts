import { BACKWARDS, END, ErrorType, type AllStreamRecordedEvent, type EventStoreDBClient } from '@eventstore/db-client';
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
  return (await eventsOf(client, stream, from, limit)).map((event, index) => {
    const record = storedRecord(event);
    const revision = from + index;
    if (record.revision !== revision) throw new StoreDamaged(`${stream} revision ${String(revision)} is missing`);
    return record;
  });
}

/** Read to the end whatever is in them: a call that is left half read would hold up the end of the connection. */
async function eventsOf(
  client: EventStoreDBClient,
  stream: StreamId,
  from: number,
  limit: number,
): Promise<readonly AllStreamRecordedEvent[]> {
  const events: AllStreamRecordedEvent[] = [];
  const options = { fromRevision: BigInt(from), maxCount: limit, requiresLeader: true };
  try {
    for await (const { event } of client.readStream(stream, options)) {
      if (event?.position) events.push({ ...event, position: event.position });
    }
  } catch (cause) {
    if (!isOfType(cause, ErrorType.STREAM_NOT_FOUND)) throw readFailure(cause);
  }
  return events;
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
