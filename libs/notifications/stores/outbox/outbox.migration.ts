import type { Migration } from '#read-model';

/**
 * Mails that wait, and what became of the others. Who a mail is for and what it says is sealed, and gone once it is sent;
 * `person` is there while it waits, so that an erasure finds what is still to be sent. The application reaches the table
 * through these functions alone. The jobs are graphile-worker's, in its own schema; where that is not there yet, the
 * worker makes the jobs of what waits as it starts.
 */
export const outboxMigrations: readonly Migration[] = [
  {
    name: '0601-mail-outbox',
    up: `
      create schema notifications;
      create table notifications.mail (
        id text primary key check (id ~ '^[0-9A-Za-z_-]{1,64}$'),
        kind text not null check (kind ~ '^[a-z-]{1,40}$'),
        status text not null default 'waiting' check (status in ('waiting', 'sent', 'dropped', 'dead')),
        person uuid,
        content bytea,
        put_at timestamptz not null default now(),
        of_use_until timestamptz,
        ended_at timestamptz,
        reason text check (length(reason) <= 60),
        check ((content is not null) = (status in ('waiting', 'dead'))),
        check (person is null or content is not null),
        check ((ended_at is null) = (status = 'waiting'))
      );
      create index on notifications.mail (status, put_at) where status in ('waiting', 'dead');
      create index on notifications.mail (person) where person is not null;
      create index on notifications.mail (ended_at) where ended_at is not null;

      create function notifications.send_later(mail text) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if to_regproc('graphile_worker.add_jobs') is null then return; end if;
        perform graphile_worker.add_job('send-mail', json_build_object('id', mail),
          max_attempts => 20, job_key => mail, job_key_mode => 'unsafe_dedupe');
      end $$;
      comment on function notifications.send_later is 'twenty tries, each e times as long after the one before up to six hours: three days';

      create function notifications.put(id text, kind text, person uuid, content bytea, of_use_until timestamptz) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
      begin
        insert into notifications.mail (id, kind, person, content, of_use_until)
          values (put.id, put.kind, put.person, put.content, put.of_use_until)
          on conflict do nothing;
        if found then perform notifications.send_later(put.id); end if;
      end $$;

      create function notifications.dead_letters() returns table (id text, kind text, put_at timestamptz, ended_at timestamptz, reason text)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select m.id, m.kind, m.put_at, m.ended_at, m.reason from notifications.mail m
        where m.status = 'dead' order by m.ended_at, m.id;
      $$;

      create function notifications.counts(out waiting integer, out dead integer)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select count(*) filter (where m.status = 'waiting')::integer, count(*) filter (where m.status = 'dead')::integer
        from notifications.mail m where m.status in ('waiting', 'dead');
      $$;

      create function notifications.retry(mail text) returns boolean
      language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
      begin
        update notifications.mail m set status = 'waiting', ended_at = null, reason = null
          where m.id = retry.mail and m.status = 'dead';
        if not found then return false; end if;
        perform notifications.send_later(retry.mail);
        return true;
      end $$;

      create function notifications.forget(erased uuid) returns integer
      language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
        with gone as (delete from notifications.mail m where m.person = forget.erased returning 1)
        select count(*)::integer from gone;
      $$;

      revoke all on all functions in schema notifications from public;
      grant usage on schema notifications to reciproca_app;
      grant execute on function notifications.put, notifications.dead_letters, notifications.counts, notifications.retry,
        notifications.forget to reciproca_app;
    `,
  },
  {
    name: '0602-mail-later',
    up: `
      alter table notifications.mail add column not_before timestamptz;

      create or replace function notifications.send_later(mail text) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if to_regproc('graphile_worker.add_jobs') is null then return; end if;
        perform graphile_worker.add_job('send-mail', json_build_object('id', mail),
          run_at => (select m.not_before from notifications.mail m where m.id = mail),
          max_attempts => 20, job_key => mail, job_key_mode => 'unsafe_dedupe');
      end $$;

      drop function notifications.put;
      create function notifications.put(
        id text, kind text, person uuid, content bytea, of_use_until timestamptz, not_before timestamptz default null
      ) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
      begin
        insert into notifications.mail (id, kind, person, content, of_use_until, not_before)
          values (put.id, put.kind, put.person, put.content, put.of_use_until, put.not_before)
          on conflict do nothing;
        if found then perform notifications.send_later(put.id); end if;
      end $$;

      create or replace function notifications.counts(out waiting integer, out dead integer)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select count(*) filter (where m.status = 'waiting' and coalesce(m.not_before, m.put_at) <= now())::integer,
          count(*) filter (where m.status = 'dead')::integer
        from notifications.mail m where m.status in ('waiting', 'dead');
      $$;
      comment on function notifications.counts is 'what waits for its day does not wait to be sent';

      revoke all on function notifications.put, notifications.counts, notifications.send_later from public;
      grant execute on function notifications.put, notifications.counts to reciproca_app;
    `,
  },
];
