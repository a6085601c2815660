import type { View } from '#read-model';
import { networkAdministrators } from './network.table.js';

/** Only ids of networks leave this function, which sees past row-level security: they are part of what a reader reaches. */
export const administeredFunction: NonNullable<View['serving']> = (tableOf) => [
  `create or replace function read.networks_of(person uuid) returns uuid[]
     language sql stable security definer set search_path = pg_catalog as $$
       select coalesce(array_agg(network_id), '{}') from ${tableOf(networkAdministrators)} where person_id = person
     $$`,
  'revoke all on function read.networks_of from public',
  'grant execute on function read.networks_of to reciproca_app',
];
