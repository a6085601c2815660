export { eventually } from './eventually.js';
export { testDatabase, type TestDatabase, type TestMigration } from './postgres.js';
