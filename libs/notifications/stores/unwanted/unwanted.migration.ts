import type { Migration } from '#read-model';

/** What somebody unsubscribed from. Whose it is goes with the person's erasure. */
export const unwantedMigration: Migration = {
  name: '0604-unwanted-mail',
  up: `
    create table notifications.unwanted (
      person uuid,
      kind text check (kind ~ '^[a-z-]{1,40}$'),
      primary key (person, kind)
    );

    create function notifications.is_unwanted(person uuid, kind text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select exists (
        select from notifications.unwanted u where u.person = is_unwanted.person and u.kind = is_unwanted.kind
      );
    $$;

    create function notifications.set_wanted(person uuid, kind text, wanted boolean) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if wanted then
        delete from notifications.unwanted u where u.person = set_wanted.person and u.kind = set_wanted.kind;
      else
        insert into notifications.unwanted values (set_wanted.person, set_wanted.kind) on conflict do nothing;
      end if;
    end $$;

    revoke all on function notifications.is_unwanted, notifications.set_wanted from public;
    grant execute on function notifications.is_unwanted, notifications.set_wanted to reciproca_app;
  `,
};
