import type { Migration } from './migrate.js';

/**
 * The registry of views. All versions that serve move together, so one row says how far they are;
 * a version that is being built has its own position until it serves.
 */
export const readModelMigrations: readonly Migration[] = [
  {
    name: '0301-read-model',
    up: `
      create schema read;
      grant usage on schema read to reciproca_app, reciproca_projector;

      create table read.progress (
        only_row boolean primary key default true check (only_row),
        store_id uuid,
        position bigint not null default 0,
        generation bigint not null default 0
      );
      comment on column read.progress.generation is 'moves when other versions serve or a stream is parked or taken back';
      insert into read.progress default values;

      create table read.version (
        view text not null,
        version integer not null check (version > 0),
        shape integer not null,
        status text not null check (status in ('building', 'serving', 'old')),
        tables text[] not null,
        store_id uuid not null,
        position bigint not null,
        primary key (view, version)
      );
      create unique index one_serving_version on read.version (view) where status = 'serving';

      create table read.parked (
        view text not null,
        version integer not null,
        stream text not null,
        revision integer not null,
        reason text not null,
        since timestamptz not null default now(),
        primary key (view, version, stream)
      );

      grant select on read.progress, read.version, read.parked to reciproca_app;
      grant select, update on read.progress, read.version to reciproca_projector;
      grant select, insert, delete on read.parked to reciproca_projector;

      create function read.reach_of(person uuid, out banks uuid[], out scopes uuid[])
        language sql stable as $$ select '{}'::uuid[], '{}'::uuid[] $$;
      create function read.hub_of(account uuid) returns uuid
        language sql stable as $$ select null::uuid $$;
      comment on function read.reach_of is 'replaced by the view that knows who may read what';
      comment on function read.hub_of is 'replaced by the view that knows who may read what';
    `,
  },
  {
    name: '0302-reach-and-names',
    up: `
      alter table read.progress add column reach_position bigint not null default 0;
      comment on column read.progress.reach_position is 'of the last record that changed who may read what';

      create function read.names_of(accounts uuid[]) returns table (account_id uuid, display_name text)
        language sql stable as $$ select null::uuid, null::text where false $$;
      comment on function read.names_of is 'replaced by the view that knows what members are called';
    `,
  },
  {
    name: '0303-own-reach-and-desks',
    up: `
      create function read.own_reach_of(person uuid, out banks uuid[], out scopes uuid[])
        language sql stable as $$ select '{}'::uuid[], '{}'::uuid[] $$;
      comment on function read.own_reach_of is 'replaced by the view that knows who may read what';

      create function read.desk(bank uuid, hub uuid) returns uuid
        language sql immutable parallel safe as $$ select pg_catalog.md5(bank::text || hub::text)::uuid $$;
      comment on function read.desk is 'what a coordinator reaches: a hub as one bank''s';
    `,
  },
  {
    name: '0304-networks',
    up: `
      create function read.networks_of(person uuid) returns uuid[]
        language sql stable as $$ select '{}'::uuid[] $$;
      comment on function read.networks_of is 'replaced by the view that knows who administers networks';
    `,
  },
];
