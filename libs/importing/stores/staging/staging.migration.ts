import type { Migration } from '#read-model';

/** Names and notes stand here in plain, so nothing of a file outlives its import but ids and sums. */
export const stagingMigrations: readonly Migration[] = [
  {
    name: '0401-staging',
    up: `
      create schema staging;
      create table staging.import (
        id uuid primary key,
        bank uuid not null,
        person uuid not null,
        new_members int not null,
        exchanges int not null,
        minutes bigint not null,
        status text not null default 'staged' check (status in ('staged', 'done'))
      );
      create table staging.party (
        import uuid not null references staging.import on delete cascade,
        ordinal int not null,
        account uuid,
        name text not null,
        hub uuid,
        since date,
        primary key (import, ordinal)
      );
      create table staging.exchange (
        import uuid not null references staging.import on delete cascade,
        service_date date not null,
        line int not null,
        provider int not null,
        receiver int not null,
        minutes int not null,
        hub uuid not null,
        category text,
        note text,
        primary key (import, service_date, line)
      );
      grant usage on schema staging to reciproca_app;
      grant select, insert, update, delete on all tables in schema staging to reciproca_app;
    `,
  },
  {
    name: '0402-staging-time',
    up: 'alter table staging.import add column staged_at timestamptz not null default now();',
  },
];
