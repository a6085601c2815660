/** SQLSTATE of a flush refused because the two clocks are too far apart. */
export const clocksApart = 'RC060';
/** LISTEN here; the payload is the head. */
export const recordedChannel = 'reciproca_recorded';

/**
 * One function call a flush. All of them take one lock until the commit, so positions become visible in their order and without a gap.
 * A conflict is null in \`appended_at\`. Records whose very ids already stand where they are sent to count as appended:
 * whoever never got the answer sends the same bytes again.
 *
 * Three forms, the fast ones beside the general one: one record; one stream; many streams with a verdict for each.
 * Records come as one text, joined by an empty line, which no record holds; hashes as one bytea of 32 bytes each;
 * heads as lines \`id revision type\`, with the number of their append before them in the general form.
 */
export const appendFunctions = /* sql */ `
create function events.lock_head(process_clock_ms bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '10s' as $$
declare head bigint;
begin
  if abs(extract(epoch from clock_timestamp()) * 1000 - process_clock_ms) > 60000 then
    raise exception 'the clocks of the database and of this process are more than 60 seconds apart' using errcode = '${clocksApart}';
  end if;
  perform pg_advisory_xact_lock(7236783);
  select r.position into head from events.record r order by r.position desc limit 1;
  return coalesce(head, 0);
end $$;

create function events.append_one(
  to_stream text, expected int, with_id uuid, of_type text, with_hash bytea, with_record text, process_clock_ms bigint,
  out appended_at bigint, out actual int
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  appended_at := events.lock_head(process_clock_ms) + 1;
  select r.revision into actual from events.record r where r.stream = to_stream order by r.revision desc limit 1;
  actual := coalesce(actual, -1);
  if actual = expected then
    insert into events.record (position, stream, revision, type, id, hash, record)
    values (appended_at, to_stream, expected + 1, of_type, with_id, with_hash, with_record);
    perform pg_notify('${recordedChannel}', appended_at::text);
  else
    select r.position into appended_at from events.record r where r.stream = to_stream and r.revision = expected + 1 and r.id = with_id;
    if not found then appended_at := null; end if;
  end if;
end $$;

create function events.append_stream(
  to_stream text, expected int, size int, heads text, records text, hashes bytea, process_clock_ms bigint,
  out appended_at bigint, out actual int
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  store_head bigint := events.lock_head(process_clock_ms);
  standing int;
begin
  select r.revision into actual from events.record r where r.stream = to_stream order by r.revision desc limit 1;
  actual := coalesce(actual, -1);
  if actual = expected then
    appended_at := store_head + size;
    if size > 0 then
      insert into events.record (position, stream, revision, type, id, hash, record)
      select store_head + sent.n, to_stream, split_part(sent.head, ' ', 2)::int, split_part(sent.head, ' ', 3),
             split_part(sent.head, ' ', 1)::uuid, substr(hashes, (32 * sent.n - 31)::int, 32), sent.record
      from rows from (unnest(string_to_array(heads, E'\\n')), unnest(string_to_array(records, E'\\n\\n')))
           with ordinality as sent(head, record, n);
      perform pg_notify('${recordedChannel}', appended_at::text);
    end if;
  elsif size > 0 then
    select count(*), max(r.position) into standing, appended_at
    from unnest(string_to_array(heads, E'\\n')) as sent(head)
    join events.record r
      on r.stream = to_stream and r.revision = split_part(sent.head, ' ', 2)::int and r.id = split_part(sent.head, ' ', 1)::uuid;
    if standing < size then appended_at := null; end if;
  end if;
end $$;

create function events.append_many(
  appends text, heads text, records text, hashes bytea, process_clock_ms bigint
) returns table (appended_at bigint, actual int)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  store_head bigint := events.lock_head(process_clock_ms);
  asked text[] := string_to_array(appends, E'\\n');
  streams text[];
  expecteds int[];
  sizes int[];
  actuals int[];
  sent_heads text[] := string_to_array(heads, E'\\n');
  reached bigint := store_head;
begin
  select array_agg(split_part(line, ' ', 1) order by n), array_agg(split_part(line, ' ', 2)::int order by n),
         array_agg(split_part(line, ' ', 3)::int order by n),
         array_agg(coalesce((select r.revision from events.record r where r.stream = split_part(line, ' ', 1)
                             order by r.revision desc limit 1), -1) order by n)
  into streams, expecteds, sizes, actuals
  from unnest(asked) with ordinality as a(line, n);

  insert into events.record (position, stream, revision, type, id, hash, record)
  select store_head + row_number() over (order by sent.n), streams[a.n], split_part(sent.head, ' ', 3)::int, split_part(sent.head, ' ', 4),
         split_part(sent.head, ' ', 2)::uuid, substr(hashes, (32 * sent.n - 31)::int, 32), sent.record
  from rows from (unnest(sent_heads), unnest(string_to_array(records, E'\\n\\n'))) with ordinality as sent(head, record, n)
  cross join lateral (select split_part(sent.head, ' ', 1)::int as n) a
  where actuals[a.n] = expecteds[a.n];

  for n in 1 .. cardinality(asked) loop
    actual := actuals[n];
    if actuals[n] = expecteds[n] then
      reached := reached + sizes[n];
      appended_at := reached;
    else
      select case when count(*) = sizes[n] then max(r.position) end into appended_at
      from unnest(sent_heads) as sent(head)
      join events.record r
        on r.stream = streams[n] and r.revision = split_part(sent.head, ' ', 3)::int and r.id = split_part(sent.head, ' ', 2)::uuid
      where split_part(sent.head, ' ', 1)::int = n;
    end if;
    return next;
  end loop;
  if reached > store_head then perform pg_notify('${recordedChannel}', reached::text); end if;
end $$;

revoke all on all functions in schema events from public;
grant execute on function events.append_one, events.append_stream, events.append_many to reciproca_app;
`;
