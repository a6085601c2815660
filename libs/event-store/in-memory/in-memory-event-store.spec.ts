import { eventStoreContract } from '../contract/event-store.contract.js';
import { inMemoryEventStore } from './in-memory-event-store.js';

eventStoreContract('in memory', () => {
  const store = inMemoryEventStore();
  return Promise.resolve({ store, elsewhere: store, close: () => store.close() });
});
