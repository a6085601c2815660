import { askedOnceMigration } from './asked-once/asked-once.migration.js';
import { challengeMigration } from './challenges/challenge.migration.js';
import { printedCodeMigration } from './printed-codes/printed-code.migration.js';
import { providerMigration } from './providers/provider.migration.js';
import { sessionMigration } from './sessions/session.migration.js';
import { throttleMigration } from './throttle.migration.js';

export const identityMigrations: readonly { readonly name: string; readonly up: string }[] = [
  sessionMigration,
  throttleMigration,
  challengeMigration,
  printedCodeMigration,
  providerMigration,
  askedOnceMigration,
];
