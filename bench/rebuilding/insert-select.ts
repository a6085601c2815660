import { withClient } from '../databases.js';
import type { History } from '../histories/histories.js';
import { emptyTables, type ReadTable } from './read-tables.js';

/**
 * What PostgreSQL alone needs for the same rows: they are read where they serve and written in one transaction, the
 * indexes beside the key made afterwards, as the rebuild does. Seconds.
 */
export async function insertSelect({ databaseUrl }: History): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    await client.query('set synchronous_commit = off');
    const tables = await emptyTables(client);
    const started = performance.now();
    await client.query('begin');
    for (const { own, served } of tables) await client.query(`insert into ${own} select * from ${served}`);
    for (const { indexes } of tables) for (const index of indexes) await client.query(index);
    await client.query('commit');
    const seconds = (performance.now() - started) / 1000;
    for (const table of tables) await requireSameRows(client, table);
    return seconds;
  });
}

/** Fast and wrong is no result. */
async function requireSameRows(client: Parameters<typeof emptyTables>[0], { own, served }: ReadTable): Promise<void> {
  const { rows } = await client.query<{ same: boolean }>(
    `select (select count(*) from ${own}) = (select count(*) from ${served}) as same`,
  );
  if (rows[0]?.same !== true) throw new Error(`${own} does not hold the rows of ${served}`);
}
