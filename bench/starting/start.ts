import { Asker } from '../asking/asker.js';
import { withClient } from '../databases.js';
import { startGauged } from '../gauge/gauged-server.js';
import type { Job } from '../load/load.js';
import type { History } from '../histories/histories.js';

/** Seconds. */
export interface Start {
  /** From the start of the process until it listens. */
  readonly listening: number;
  /** The first command, for which the bank is loaded. */
  readonly first: number;
  /** The one after it. */
  readonly next: number;
}

/** A server that was killed may have left a statement behind, which PostgreSQL still carries out: its snapshot, for one. */
const othersEnd = `
  select pg_terminate_backend(pid, 10000) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;

/** What a server left behind when it last stopped, put aside so that every start finds the same. */
export async function putSnapshotAside({ databaseUrl }: History): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('drop table if exists snapshot_aside; create table snapshot_aside as table events.snapshot');
  });
}

/** Starts the server, asks it two commands one after the other, and ends it. */
export async function start(
  { databaseUrl }: History,
  dataFolder: string,
  commands: () => Job,
  from: 'snapshot' | 'first record',
): Promise<Start> {
  await withClient(databaseUrl, async (client) => {
    await client.query(othersEnd);
    await client.query('delete from events.snapshot');
    if (from === 'snapshot') await client.query('insert into events.snapshot table snapshot_aside');
  });
  const begun = performance.now();
  const server = await startGauged(databaseUrl, dataFolder);
  const asker = new Asker(server.url, 1);
  const ask = () => asker.ask(commands().first).then(() => performance.now());
  try {
    const listening = performance.now();
    const answered = await ask();
    const again = await ask();
    return {
      listening: (listening - begun) / 1000,
      first: (answered - listening) / 1000,
      next: (again - answered) / 1000,
    };
  } finally {
    asker.close();
    await server.kill();
  }
}
