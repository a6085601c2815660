import type { View } from '#read-model';
import { banks, grants, hubPlaces, mandates, memberships } from './standing.tables.js';

/**
 * What a person may read follows from own memberships, from mandates and roles of today (in the bank's time zone) and
 * from the places that hubs have in the tree today. Only ids leave these functions, which see past row-level security.
 */
export const reachFunctions: NonNullable<View['serving']> = (tableOf) => [
  `create or replace function read.reach_of(person uuid, out banks uuid[], out scopes uuid[])
     language sql stable security definer set search_path = pg_catalog as $$
       with days as (select bank_id, (now() at time zone (rules ->> 'timeZone'))::date as today from ${tableOf(banks)}),
       granted as (
         select g.bank_id, g.role, g.hub_id, today from ${tableOf(grants)} g join days using (bank_id)
         where g.person_id = person and not revoked and from_day <= today and coalesce(until_day, today) >= today
       ),
       below as (
         select distinct on (p.bank_id, p.hub_id) p.bank_id, p.hub_id, p.ancestors
         from ${tableOf(hubPlaces)} p join days using (bank_id)
         where p.from_day <= today and p.bank_id in (select bank_id from granted)
         order by p.bank_id, p.hub_id, p.from_day desc, p.revision desc
       ),
       reached as (
         select bank_id, account_id as scope from ${tableOf(memberships)} where person_id = person
         union all
         select m.bank_id, account_id from ${tableOf(mandates)} m join days using (bank_id)
         where m.person_id = person and not ended and from_day <= today and coalesce(until_day, today) >= today
         union all
         select bank_id, coalesce(hub_id, bank_id) from granted
         union all
         select g.bank_id, b.hub_id from granted g join below b on b.bank_id = g.bank_id and g.hub_id = any (b.ancestors)
       )
       select coalesce(array_agg(distinct bank_id), '{}'), coalesce(array_agg(distinct scope), '{}') from reached
     $$`,
  `create or replace function read.hub_of(account uuid) returns uuid
     language sql stable security definer set search_path = pg_catalog as $$
       select hub_id from ${tableOf(memberships)} where account_id = account
     $$`,
  `create or replace function read.place_of(account uuid, out bank_id uuid, out hub_id uuid)
     language sql stable security definer set search_path = pg_catalog as $$
       select bank_id, hub_id from ${tableOf(memberships)} where account_id = account
     $$`,
  'revoke all on function read.reach_of, read.hub_of, read.place_of from public',
  'grant execute on function read.reach_of, read.hub_of, read.place_of to reciproca_app, reciproca_projector',
];
