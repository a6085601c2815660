import { eventStoreMigrations, snapshotMigrations } from '#event-store';
import { identityMigrations } from '#identity';
import { stagingMigrations } from '#importing';
import { keyMigrations, memberDirectoryMigration, readingMigrations } from '#membership';
import { notificationMigrations } from '#notifications';
import { readModelMigrations, type Migration } from '#read-model';

/** The whole schema, in the order of the numbers in the names. */
export const migrations: readonly Migration[] = [
  ...eventStoreMigrations,
  ...snapshotMigrations,
  ...keyMigrations,
  ...readModelMigrations,
  ...stagingMigrations,
  ...identityMigrations,
  memberDirectoryMigration,
  ...notificationMigrations,
  ...readingMigrations,
].toSorted((one, other) => (one.name < other.name ? -1 : 1));
