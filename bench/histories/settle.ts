import { pino } from 'pino';
import { streamOf, type Position } from '#kernel';
import { journal } from '#ledger';
import { openParts } from '../../apps/server/parts.js';
import type { Settings } from '../../apps/server/settings.js';
import { withClient } from '../databases.js';
import type { Town } from '../town.js';
import { eventsIn } from './events.js';

const log = pino({ level: 'warn' }, pino.destination(2));

/** So that they are built from all records up to there, as for a release that brings them, and not moved on little by little. */
const withoutViews = (head: Position) => `
  do $$
  declare name text;
  begin
    for name in select format('read.%I', tablename) from pg_tables where schemaname = 'read' and tablename ~ '_v[0-9]+$' loop
      execute 'drop table ' || name;
    end loop;
  end $$;
  delete from read.version;
  update read.progress set position = ${String(head)};`;

/** Views of all that was taken in, built by the product itself; a snapshot of the bank; a database at rest. How many records there are. */
export async function settle(settings: Settings, { bank }: Town, head: Position): Promise<number> {
  await withClient(settings.databaseUrl, (client) => client.query(withoutViews(head)));
  const parts = await openParts(settings, log);
  try {
    // Whoever opens the bank leaves a snapshot of it behind.
    await parts.writers.look(journal, streamOf('journal', bank), () => undefined);
    return await eventsIn(parts);
  } finally {
    await parts.close();
    await withClient(settings.databaseUrl, (client) => client.query('vacuum (freeze, analyze)'));
  }
}
