import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { withClient } from '../databases.js';
import { runGauged } from '../gauge/gauged-program.js';
import type { History } from '../histories/histories.js';

export interface Rebuilt {
  /** From the first table made until the new versions are the ones that are read. */
  readonly seconds: number;
  /** Of the program alone: what PostgreSQL spends is not in it. */
  readonly cpuSeconds: number;
  readonly peakHeapBytes: number;
  readonly peakResidentBytes: number;
}

const lookMs = 20;

/** `npm run rebuild` as it is run beside a server, watched from outside. */
export async function rebuildByProduct({ databaseUrl }: History, dataFolder: string): Promise<Rebuilt> {
  return withClient(databaseUrl, async (client) => {
    const before = await standing(client);
    const program = runGauged({
      program: 'apps/server/cli/rebuild.js',
      env: { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, NODE_ENV: 'production' },
    });
    const ended = program.ended();
    await reached(client, ended, ({ building }) => building > 0);
    const [started, atStart] = [performance.now(), await program.gauge()];
    await reached(client, ended, ({ generation }) => generation > before.generation);
    const seconds = (performance.now() - started) / 1000;
    const atEnd = await program.gauge();
    await ended;
    return {
      seconds,
      cpuSeconds: (atEnd.cpuMicroseconds - atStart.cpuMicroseconds) / 1e6,
      peakHeapBytes: atEnd.peakHeapBytes,
      peakResidentBytes: atEnd.peakResidentBytes,
    };
  });
}

interface Standing {
  readonly building: number;
  readonly generation: number;
}

async function standing(client: pg.Client): Promise<Standing> {
  const { rows } = await client.query<Standing>(
    `select (select count(*) from read.version where status = 'building')::int as building, generation::int from read.progress`,
  );
  if (!rows[0]) throw new Error('the registry of views has no progress row');
  return rows[0];
}

/** @throws when the program ended before */
async function reached(client: pg.Client, ended: Promise<void>, is: (standing: Standing) => boolean): Promise<void> {
  const over = ended.then(() => true);
  while (!is(await standing(client))) {
    if (await Promise.race([over, pause(lookMs, false)]))
      throw new Error('the rebuild ended and no new version serves');
  }
}
