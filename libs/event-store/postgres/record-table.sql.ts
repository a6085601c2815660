/**
 * The records, append-only: the application reaches them through functions alone, and a trigger refuses change even to the owner.
 *
 * Never a sequence for the position: a reader would skip what commits late. `record` is text, never jsonb: bytes are kept as they came.
 */
export const recordTable = /* sql */ `
do $$
declare role_name text;
begin
  foreach role_name in array array['reciproca_app', 'reciproca_projector'] loop
    begin
      if to_regrole(role_name) is null then execute format('create role %I nologin', role_name); end if;
      if not pg_has_role(current_user, role_name, 'set') then execute format('grant %I to current_user', role_name); end if;
    exception when duplicate_object or unique_violation then null; -- another database's migration made it this very moment
    end;
  end loop;
end $$;

create schema events;

create table events.record (
  position bigint primary key,
  stream text not null,
  revision int not null check (revision >= 0),
  category text not null generated always as (split_part(stream, '-', 1)) stored,
  type text not null,
  id uuid not null unique,
  hash bytea not null check (length(hash) = 32),
  record text not null,
  unique (stream, revision)
);

create table events.store (
  id uuid not null default gen_random_uuid(),
  only_one boolean primary key default true check (only_one)
);
insert into events.store default values;

create function events.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'records are never changed or removed: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on events.record
  for each statement execute function events.refuse_change();
create trigger one_identity before update or delete or truncate on events.store
  for each statement execute function events.refuse_change();

revoke all on all tables in schema events from public, reciproca_app, reciproca_projector;
revoke all on all functions in schema events from public;
grant usage on schema events to reciproca_app, reciproca_projector;
`;
