export { eventually } from './eventually.js';
export { figure } from './figure.js';
export { testDatabase, type TestDatabase, type TestMigration } from './postgres.js';
export { RecordList, journalOf } from './record-list.js';
export { askedInstant, givenFor, newId, pastInstant, recordedOf, sealed, type Asked, type Happened } from './given.js';
export { frozenView } from './given-frozen.js';
export { idOf } from './given-ids.js';
export { startEventStoreDbDouble, type EventStoreDbDouble } from './eventstoredb-double/eventstoredb-double.js';
export type { Fault, FaultPlan, Faults, Struck } from './eventstoredb-double/faults.js';
