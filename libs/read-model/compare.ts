import type { ClientBase } from 'pg';
import type { Target } from './delivery.js';
import { tableName } from './serving-tables.js';

const listedMax = 10;

/**
 * Rows that stand in one version and not in the other, both at the same position; empty when they hold the same.
 *
 * @param beside reads the one while `client` reads the other
 */
export async function differences(
  client: ClientBase,
  { view, version }: Target,
  other: number,
  beside: ClientBase = client,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name } of view.tables) {
    const built = tableName(name, version);
    const served = tableName(name, other);
    const [ours, theirs] = await Promise.all([digest(client, built), digest(beside, served)]);
    if (ours === theirs) continue;
    found.push(...(await rowsMissing(client, built, served)), ...(await rowsMissing(client, served, built)));
  }
  return found;
}

/** Number of rows and what their hashes make together: the order does not matter, and no row becomes a text for it. */
async function digest(client: ClientBase, physical: string): Promise<string | undefined> {
  const { rows } = await client.query<{ digest: string }>(
    `select count(*) || ' ' || coalesce(bit_xor(hash_record_extended(t, 0)), 0) as digest from ${physical} t`,
  );
  return rows[0]?.digest;
}

async function rowsMissing(client: ClientBase, here: string, there: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ row: string }>(
    `select t::text as row from ${here} t except all select t::text from ${there} t order by 1 limit ${String(listedMax)}`,
  );
  return rows.map(({ row }) => `only in ${here}: ${row}`);
}
