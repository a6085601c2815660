import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { transaction } from './connection.js';
import { tableName } from './serving-tables.js';

const triesMax = 20;
const againMs = 250;

/**
 * Drops versions that nobody reads any more. A reader that still holds one is never waited for with others behind us:
 * the lock is asked for briefly, again and again; what cannot be had now is dropped next time.
 */
export async function dropVersions(client: ClientBase, status: 'old' | 'building'): Promise<void> {
  const { rows } = await client.query<{ view: string; version: number; tables: readonly string[] }>(
    'select view, version, tables from read.version where status = $1',
    [status],
  );
  for (const { view, version, tables } of rows) {
    const physical = tables.map((table) => tableName(table, version));
    for (let tries = 1; !(await dropped(client, view, version, physical)) && tries < triesMax; tries += 1) {
      await pause(againMs);
    }
  }
}

async function dropped(
  client: ClientBase,
  view: string,
  version: number,
  physical: readonly string[],
): Promise<boolean> {
  try {
    await transaction(client, async () => {
      await client.query(`set local lock_timeout = '100ms'`);
      await client.query(`drop table if exists ${physical.join(', ')}`);
      await client.query('delete from read.parked where view = $1 and version = $2', [view, version]);
      await client.query('delete from read.version where view = $1 and version = $2', [view, version]);
    });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === lockNotAvailable) return false;
    throw error;
  }
}

const lockNotAvailable = '55P03';
