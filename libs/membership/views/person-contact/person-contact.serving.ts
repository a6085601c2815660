/**
 * See past row-level security, for whoever is nobody yet and for who writes to people: they tell who has a digest, of
 * several who has had it longest, and who has any.
 */
export function contactFunction(contacts: string): readonly string[] {
  return [
    // An earlier shape of the view answered less, and what a function returns cannot be replaced.
    'drop function if exists read.person_with_address(text)',
    `create function read.person_with_address(digest text) returns table (person_id uuid, language text, is_shared boolean)
       language sql stable security definer set search_path = pg_catalog as $$
         select c.person_id, c.language, count(*) over () > 1 from ${contacts} c where c.digest = person_with_address.digest
         order by c.since, c.person_id limit 1
       $$`,
    `create or replace function read.languages_of(persons uuid[]) returns table (person_id uuid, language text)
       language sql stable security definer set search_path = pg_catalog as $$
         select c.person_id, c.language from ${contacts} c where c.person_id = any (persons) and c.digest is not null
       $$`,
    'revoke all on function read.person_with_address, read.languages_of from public',
    'grant execute on function read.person_with_address, read.languages_of to reciproca_app',
  ];
}
