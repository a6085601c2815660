const readersBanks = `any ((select current_setting('app.banks', true)::uuid[])::uuid[])`;

/** Members in the reader's banks, row by row: however few members there were when it was planned, no table is walked. */
function eachOf(accounts: string, directory: string, names: string): string {
  return `(select distinct unnest(${accounts})) asked(account)
    cross join lateral (select * from ${directory} m where m.account_id = asked.account limit 1) d
    left join lateral (select display_name from ${names} p where p.person_id = d.person_id limit 1) n on true
    where d.bank_id = ${readersBanks}`;
}

/**
 * Functions that see past row-level security, and therefore ask themselves what the reader may see. The search must:
 * under a policy no index on words could be used, since LIKE might leak what it compares. The names of a page must:
 * under the policy on names every line of it would ask for itself who is acquainted.
 */
export function directoryFunctions(directory: string, names: string): readonly string[] {
  return [
    `create index on ${names} using gin (search_text public.gin_trgm_ops)`,
    `create or replace function read.acquainted(person uuid) returns boolean
       language sql stable security definer set search_path = pg_catalog as $$
         select exists (select from ${directory} where person_id = person and bank_id = ${readersBanks})
       $$`,
    `create or replace function read.member_names(accounts uuid[])
       returns table (account_id uuid, bank_id uuid, person_id uuid, number integer, hub_id uuid, since date, display_name text)
       language sql stable security definer set search_path = pg_catalog as $$
         select d.account_id, d.bank_id, d.person_id, d.number, d.hub_id, d.since, n.display_name
         from ${eachOf('accounts', directory, names)}
       $$`,
    `create or replace function read.names_of(accounts uuid[]) returns table (account_id uuid, display_name text)
       language sql stable security definer set search_path = pg_catalog as $$
         select d.account_id, n.display_name from ${eachOf('accounts', directory, names)}
       $$`,
    `create or replace function read.member_search(bank uuid, patterns text[], most integer)
       returns table (account_id uuid, person_id uuid, number integer, hub_id uuid, since date, display_name text)
       language sql stable security definer set search_path = pg_catalog as $$
         select d.account_id, d.person_id, d.number, d.hub_id, d.since, n.display_name
         from ${directory} d join ${names} n using (person_id)
         where d.bank_id = bank and bank = ${readersBanks}
           and n.search_text like patterns[1] and n.search_text like all (patterns)
         order by n.search_text, d.number limit most
       $$`,
    'revoke all on function read.acquainted, read.member_names, read.names_of, read.member_search from public',
    'grant execute on function read.acquainted, read.member_names, read.names_of, read.member_search to reciproca_app, reciproca_projector',
  ];
}
