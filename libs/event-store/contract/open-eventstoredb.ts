import { EventStoreDBClient } from '@eventstore/db-client';
import { startEventStoreDbDouble } from '#testing';
import { eventStoreDbEventStore } from '../eventstoredb/eventstoredb-event-store.js';
import type { OpenStore } from './event-store.contract.js';

/**
 * The store that EVENT_STORE_URL names, where one is named; else the double. A real one holds what was there before, and
 * nobody else may write to it meanwhile.
 */
export async function openEventStoreDbForTests(): Promise<OpenStore> {
  const named = process.env['EVENT_STORE_URL'];
  const double = named === undefined ? await startEventStoreDbDouble() : undefined;
  const url = named ?? double?.url ?? '';
  const client = EventStoreDBClient.connectionString(url);
  const otherClient = EventStoreDBClient.connectionString(url);
  const store = eventStoreDbEventStore(client);
  const elsewhere = eventStoreDbEventStore(otherClient);
  const close = async (): Promise<void> => {
    await Promise.all([store.close(), elsewhere.close()]);
    await Promise.all([client.dispose(), otherClient.dispose()]);
    await double?.stop();
  };
  return { store, elsewhere, close };
}
