/**
 * What those who keep a bank read, by a role, of members' own: told to the member and to who audits the bank. It only
 * grows, until somebody is erased: rows of `register.reading` are then deleted by their account and by their reader.
 * One row tells of a minute, however often a page was loaded in it.
 */
const reading = `
do $$ begin
  create role reciproca_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;

create schema register;
create table register.reading (
  id bigint generated always as identity,
  bank_id uuid not null,
  account_id uuid not null,
  reader_id uuid not null,
  kind text not null check (kind in ('account', 'statement', 'exchanges')),
  minute timestamptz not null,
  primary key (account_id, reader_id, kind, minute)
);
create index on register.reading (account_id, id);
create index on register.reading (bank_id, id);
create index on register.reading (reader_id);

alter table register.reading enable row level security;
create policy readers on register.reading for select to reciproca_app using (
  account_id = any ((select current_setting('app.scopes', true)::uuid[])::uuid[])
  or bank_id = any ((select current_setting('app.scopes', true)::uuid[])::uuid[])
);

create function register.keep(banks uuid[], accounts uuid[], readers uuid[], kinds text[], minutes timestamptz[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into register.reading (bank_id, account_id, reader_id, kind, minute)
  select * from unnest(banks, accounts, readers, kinds, minutes)
  on conflict do nothing;
$$;

revoke all on all functions in schema register from public;
grant usage on schema register to reciproca_app;
grant select on register.reading to reciproca_app;
grant execute on all functions in schema register to reciproca_app;
`;

/** How a member signs in is no fact of the journal: what keepers do to it stands here, for the same people to see. */
const signInActs = `
alter table register.reading drop constraint reading_kind_check;
alter table register.reading add constraint reading_kind_check
  check (kind in ('account', 'statement', 'exchanges', 'code-printed', 'contact-changed'));
`;

export const readingMigrations: readonly { readonly name: string; readonly up: string }[] = [
  { name: '0801-reading', up: reading },
  { name: '0802-sign-in-acts', up: signInActs },
];
