import type { EventStore } from '#kernel';

/**
 * Opens the store at an address, after it has answered. `close` ends the connection too.
 * A process opens one only: the client keeps what it waits for in one place for all connections.
 *
 * @param named where whoever runs the program wrote the address: what is refused says so
 * @throws EventStoreDbRefused
 */
export async function openEventStoreDb(url: string, named = 'EVENT_STORE_URL'): Promise<EventStore> {
  // Its client is large: only whoever keeps records there waits for it at the start.
  const { reachEventStoreDb } = await import('./reach-eventstoredb.js');
  return reachEventStoreDb(url, named);
}
