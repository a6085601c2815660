/** Sees past row-level security, for whoever is nobody yet: it tells who has a digest, and of several who has had it longest. */
export function contactFunction(contacts: string): readonly string[] {
  return [
    `create or replace function read.person_with_address(digest text) returns table (person_id uuid, language text)
       language sql stable security definer set search_path = pg_catalog as $$
         select c.person_id, c.language from ${contacts} c where c.digest = person_with_address.digest
         order by c.since, c.person_id limit 1
       $$`,
    'revoke all on function read.person_with_address from public',
    'grant execute on function read.person_with_address to reciproca_app',
  ];
}
