/**
 * Wrapped data keys in a schema of their own. The application reaches them through these functions alone: it can keep,
 * read and destroy keys, never change one.
 */
const dataKey = `
do $$ begin
  create role reciproca_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;

create schema keys;
create table keys.data_key (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('membership', 'person', 'bank', 'network')),
  owner_id uuid not null,
  wrapped bytea not null check (octet_length(wrapped) = 60),
  made_at timestamptz not null default now(),
  unique (owner_kind, owner_id)
);

-- Owners in one order, so that two who make keys for the same people wait for each other and never both.
create function keys.keep(ids uuid[], kinds text[], owners uuid[], wrapped_keys bytea[]) returns setof keys.data_key
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into keys.data_key (id, owner_kind, owner_id, wrapped)
  select c.id, c.kind, c.owner, c.wrapped
  from unnest(ids, kinds, owners, wrapped_keys) as c (id, kind, owner, wrapped)
  order by c.kind, c.owner
  on conflict (owner_kind, owner_id) do nothing;

  select k.* from keys.data_key k
  join unnest(kinds, owners) as o (kind, owner) on k.owner_kind = o.kind and k.owner_id = o.owner;
$$;

create function keys.of_owners(kinds text[], owners uuid[]) returns setof keys.data_key
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.* from keys.data_key k
  join unnest(kinds, owners) as o (kind, owner) on k.owner_kind = o.kind and k.owner_id = o.owner;
$$;

create function keys.by_ids(ids uuid[]) returns setof keys.data_key
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.* from keys.data_key k join unnest(ids) as i (id) on k.id = i.id;
$$;

create function keys.destroy(kinds text[], owners uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  destroyed uuid;
begin
  for destroyed in
    delete from keys.data_key k using unnest(kinds, owners) as o (kind, owner)
    where k.owner_kind = o.kind and k.owner_id = o.owner
    returning k.id
  loop
    perform pg_notify('data_key_destroyed', destroyed::text);
    return next destroyed;
  end loop;
end $$;

revoke all on all functions in schema keys from public;
grant usage on schema keys to reciproca_app;
grant execute on all functions in schema keys to reciproca_app;
`;

export const keyMigrations: readonly { readonly name: string; readonly up: string }[] = [
  { name: '0201-data-key', up: dataKey },
];
