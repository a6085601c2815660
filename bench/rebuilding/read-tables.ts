import type pg from 'pg';
import { viewsUnder } from '../../apps/server/views.js';

const anyKey = new Uint8Array(32);
const views = viewsUnder(anyKey);

/** A table that serves now, for a peer to fill one of its own in the same shape. */
export interface ReadTable {
  /** `account_statement` */
  readonly name: string;
  readonly served: string;
  /** The peer's, without its indexes but the key. */
  readonly own: string;
  readonly indexes: readonly string[];
}

/** Makes the peer's tables anew: the same columns and keys as those that serve, and nothing in them. */
export async function emptyTables(client: pg.Client): Promise<readonly ReadTable[]> {
  await client.query('drop schema if exists peer cascade; create schema peer');
  const { rows } = await client.query<{ view: string; version: number }>(
    `select view, version from read.version where status = 'serving'`,
  );
  const tables: ReadTable[] = [];
  for (const view of views) {
    const version = rows.find((row) => row.view === view.name)?.version;
    for (const { name, key } of view.tables) {
      const [served, own] = [`${name}_v${String(version)}`, `peer.${name}`];
      await client.query(`create table ${own} (like read.${served} including defaults)`);
      await client.query(`alter table ${own} add primary key (${key.map(snake).join()})`);
      tables.push({ name, served: `read.${served}`, own, indexes: await indexesOf(client, served, own) });
    }
  }
  return tables;
}

/** As PostgreSQL itself writes them down. */
async function indexesOf(client: pg.Client, served: string, own: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ made: string }>(
    `select regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE INDEX \\S+ ON \\S+', 'create index on ' || $2) as made
     from pg_index i where i.indrelid = $1::regclass and not i.indisprimary`,
    [`read.${served}`, own],
  );
  return rows.map(({ made }) => made);
}

export function snake(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
