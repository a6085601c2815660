import type { View } from '#read-model';
import { banks, grants, hubPlaces, mandates, memberships } from './standing.tables.js';

/** Order that puts each hub's place of today first: the last one recorded that has begun, or else its very first. */
export function placeToday(place: string, today: string): string {
  const hasBegun = `${place}.from_day <= ${today}`;
  return `${place}.hub_id, ${hasBegun} desc, case when ${hasBegun} then -${place}.revision else ${place}.revision end`;
}

/**
 * What a person may read follows from own memberships, from mandates and roles of today (in the bank's time zone) and
 * from the places that hubs have in the tree today. Only ids leave these functions, which see past row-level security.
 * Only banks that the person has to do with are touched, whatever the planner knows: each reader asks now and then.
 * What the person may read in a session with own rights alone follows from memberships and mandates only.
 */
export const reachFunctions: NonNullable<View['serving']> = (tableOf) => [
  `create or replace function read.reach_of(person uuid, out banks uuid[], out scopes uuid[])
     language sql stable security definer set search_path = pg_catalog as $$
       with related as (
         select bank_id from ${tableOf(memberships)} where person_id = person
         union select bank_id from ${tableOf(mandates)} where person_id = person and not ended
         union select bank_id from ${tableOf(grants)} where person_id = person and not revoked
       ),
       days as (
         select bank_id, today from related cross join lateral (
           select (now() at time zone (rules ->> 'timeZone'))::date as today from ${tableOf(banks)} b
           where b.bank_id = related.bank_id limit 1
         ) bank
       ),
       granted as (
         select g.bank_id, g.role, g.hub_id, today from ${tableOf(grants)} g join days using (bank_id)
         where g.person_id = person and not revoked and from_day <= today and coalesce(until_day, today) >= today
       ),
       below as (
         select bank_id, place.hub_id, ancestors
         from (select distinct bank_id, today from granted where hub_id is not null) coordinated
         cross join lateral (
           select distinct on (p.hub_id) p.hub_id, p.ancestors from ${tableOf(hubPlaces)} p
           where p.bank_id = coordinated.bank_id order by ${placeToday('p', 'today')}
         ) place
       ),
       reached as (
         select bank_id, account_id as scope from ${tableOf(memberships)} where person_id = person
         union all
         select m.bank_id, account_id from ${tableOf(mandates)} m join days using (bank_id)
         where m.person_id = person and not ended and from_day <= today and coalesce(until_day, today) >= today
         union all
         select bank_id, case when hub_id is null then bank_id else read.desk(bank_id, hub_id) end from granted
         union all
         select g.bank_id, read.desk(b.bank_id, b.hub_id) from granted g join below b on b.bank_id = g.bank_id and g.hub_id = any (b.ancestors)
       )
       select coalesce(array_agg(distinct bank_id), '{}'), coalesce(array_agg(distinct scope), '{}') from reached
     $$`,
  `create or replace function read.own_reach_of(person uuid, out banks uuid[], out scopes uuid[])
     language sql stable security definer set search_path = pg_catalog as $$
       with reached as (
         select bank_id, account_id as scope from ${tableOf(memberships)} where person_id = person
         union all
         select m.bank_id, m.account_id from ${tableOf(mandates)} m
         cross join lateral (
           select (now() at time zone (rules ->> 'timeZone'))::date as today from ${tableOf(banks)} b
           where b.bank_id = m.bank_id limit 1
         ) bank
         where m.person_id = person and not ended and from_day <= today and coalesce(until_day, today) >= today
       )
       select coalesce(array_agg(distinct bank_id), '{}'), coalesce(array_agg(distinct scope), '{}') from reached
     $$`,
  `create or replace function read.hub_of(account uuid) returns uuid
     language sql stable security definer set search_path = pg_catalog as $$
       select hub_id from ${tableOf(memberships)} where account_id = account
     $$`,
  `drop function if exists read.place_of(uuid)`,
  `create or replace function read.desk_of(account uuid, out bank_id uuid, out desk_id uuid)
     language sql stable security definer set search_path = pg_catalog as $$
       select bank_id, read.desk(bank_id, hub_id) from ${tableOf(memberships)} where account_id = account
     $$`,
  'revoke all on function read.reach_of, read.own_reach_of, read.hub_of, read.desk_of from public',
  'grant execute on function read.reach_of, read.own_reach_of, read.hub_of, read.desk_of to reciproca_app, reciproca_projector',
];
