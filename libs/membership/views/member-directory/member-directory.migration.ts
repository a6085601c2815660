import type { Migration } from '#read-model';

/** Names are found by three letters at a time, and shown to whoever shares a bank with the person. */
export const memberDirectoryMigration: Migration = {
  name: '0501-member-directory',
  up: `
    create extension if not exists pg_trgm with schema public;
    create function read.acquainted(person uuid) returns boolean language sql stable as $$ select false $$;
    comment on function read.acquainted is 'replaced by the view that knows who is a member where';
  `,
};
