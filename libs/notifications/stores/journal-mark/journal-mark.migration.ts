import type { Migration } from '#read-model';

/** A position means something in its own store only. A mark beyond the store's head, as after a restore, falls back to it. */
export const journalMarkMigration: Migration = {
  name: '0603-journal-mark',
  up: `
    create table notifications.journal_mark (store uuid primary key, position numeric not null);

    create function notifications.journal_mark(store uuid, head numeric) returns numeric
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      insert into notifications.journal_mark as m values (journal_mark.store, head)
        on conflict on constraint journal_mark_pkey do update set position = least(m.position, head)
        returning m.position;
    $$;

    create function notifications.move_journal_mark(store uuid, was numeric, becomes numeric) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    begin
      update notifications.journal_mark m set position = becomes
        where m.store = move_journal_mark.store and m.position = was;
      return found;
    end $$;

    revoke all on function notifications.journal_mark, notifications.move_journal_mark from public;
    grant execute on function notifications.journal_mark, notifications.move_journal_mark to reciproca_app;
  `,
};
