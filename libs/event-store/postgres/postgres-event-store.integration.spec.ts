import { eventStoreContract } from '../contract/event-store.contract.js';
import { openPostgres } from '../contract/open-postgres.js';

eventStoreContract('PostgreSQL', () => openPostgres());
