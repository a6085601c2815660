import type { Migration } from '#read-model';
import { journalMarkMigration } from './journal-mark/journal-mark.migration.js';
import { outboxMigrations } from './outbox/outbox.migration.js';
import { unwantedMigration } from './unwanted/unwanted.migration.js';

/** The schema `notifications`, whole. */
export const notificationMigrations: readonly Migration[] = [
  ...outboxMigrations,
  journalMarkMigration,
  unwantedMigration,
];
