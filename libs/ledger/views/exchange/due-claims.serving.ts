import type { View } from '#read-model';
import { exchanges } from './exchange.table.js';

/**
 * Only ids of banks leave this function, which sees past row-level security: no reader stands behind who asks. A bank whose
 * exchanges are parked is always named, as its claims may not be shown here: what is due in it, its journal knows.
 */
export const dueClaimsFunction: NonNullable<View['serving']> = (tableOf) => [
  `create or replace function read.banks_with_due_claims(at text) returns setof uuid
     language sql stable security definer set search_path = pg_catalog as $$
       select bank_id from ${tableOf(exchanges)} where expires_at <= at
       union select substring(stream from '^journal-(.*)$')::uuid from read.parked join read.version using (view, version)
         where view = 'exchange' and status = 'serving'
       order by 1
     $$`,
  'revoke all on function read.banks_with_due_claims from public',
  'grant execute on function read.banks_with_due_claims to reciproca_app',
];
