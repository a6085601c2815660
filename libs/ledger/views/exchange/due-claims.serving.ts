import type { View } from '#read-model';
import { exchanges } from './exchange.table.js';

/** Only ids of banks leave this function, which sees past row-level security: no reader stands behind who asks. */
export const dueClaimsFunction: NonNullable<View['serving']> = (tableOf) => [
  `create or replace function read.banks_with_due_claims(at text) returns setof uuid
     language sql stable security definer set search_path = pg_catalog as $$
       select distinct bank_id from ${tableOf(exchanges)} where expires_at <= at order by bank_id
     $$`,
  'revoke all on function read.banks_with_due_claims from public',
  'grant execute on function read.banks_with_due_claims to reciproca_app',
];
