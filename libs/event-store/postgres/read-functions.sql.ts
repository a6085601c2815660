/**
 * What readers may ask. `read_all` gives every position and withholds what other categories hold,
 * so that a hole shows and a reader passes what is not meant for it.
 */
export const readFunctions = /* sql */ `
create function events.head() returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select r.position from events.record r order by r.position desc limit 1), 0)
$$;

create function events.store_id() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id from events.store s
$$;

create function events.read_stream(of_stream text, from_revision int, at_most int)
returns table ("position" bigint, stream text, revision int, type text, id uuid, hash bytea, record text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.position, r.stream, r.revision, r.type, r.id, r.hash, r.record
  from events.record r where r.stream = of_stream and r.revision >= from_revision order by r.revision limit at_most
$$;

create function events.read_all(after_position bigint, of_categories text[], at_most int)
returns table ("position" bigint, stream text, revision int, type text, id uuid, hash bytea, record text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.position, w.stream, w.revision, w.type, w.id, w.hash, w.record
  from events.record r
  left join lateral (
    select r.stream, r.revision, r.type, r.id, r.hash, r.record where r.category = any (of_categories)
  ) w on true
  where r.position > after_position order by r.position limit at_most
$$;

revoke all on all functions in schema events from public;
grant execute on function events.head, events.store_id, events.read_stream, events.read_all to reciproca_app, reciproca_projector;
`;
