import type { View } from '#read-model';
import { banks, mandates, memberships } from './standing.tables.js';

/** Only ids of persons leave this function, which sees past row-level security: no reader stands behind who asks. */
export const actingPersonsFunction: NonNullable<View['serving']> = (tableOf) => [
  `create or replace function read.acting_persons(accounts uuid[])
     returns table (account_id uuid, member uuid, delegates uuid[])
     language sql stable security definer set search_path = pg_catalog as $$
       select m.account_id, m.person_id, array(
         select d.person_id from ${tableOf(mandates)} d
         cross join lateral (
           select (now() at time zone (rules ->> 'timeZone'))::date as today from ${tableOf(banks)} b
           where b.bank_id = d.bank_id limit 1
         ) bank
         where d.account_id = m.account_id and not d.ended and d.from_day <= today and coalesce(d.until_day, today) >= today
         order by d.revision
       )
       from ${tableOf(memberships)} m where m.account_id = any (accounts)
     $$`,
  'revoke all on function read.acting_persons from public',
  'grant execute on function read.acting_persons to reciproca_app',
];
