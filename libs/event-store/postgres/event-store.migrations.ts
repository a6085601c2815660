import { appendFunctions } from './append-functions.sql.js';
import { readFunctions } from './read-functions.sql.js';
import { recordTable } from './record-table.sql.js';

export const eventStoreMigrations: readonly { readonly name: string; readonly up: string }[] = [
  { name: '0101-event-store', up: recordTable },
  { name: '0102-append-functions', up: appendFunctions },
  { name: '0103-read-functions', up: readFunctions },
];
