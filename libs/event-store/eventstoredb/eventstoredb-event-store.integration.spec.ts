import { eventStoreContract } from '../contract/event-store.contract.js';
import { openEventStoreDbForTests } from '../contract/open-eventstoredb.js';

eventStoreContract('EventStoreDB', () => openEventStoreDbForTests());
