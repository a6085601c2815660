import { postmaster } from '../compare.js';
import { familyCpuMs } from '../cpu-time.js';
import { withClient } from '../databases.js';
import { startGauged, type GaugedServer } from '../gauge/gauged-server.js';
import type { History } from '../histories/histories.js';
import type { Request } from '../load/connection.js';
import { load, type Job } from '../load/load.js';
import type { Run } from '../measurement.js';
import type { Feature } from './features.js';

const connections = 64;

/** What a request costs at full load. */
export interface Cost {
  readonly perSecond: number;
  /** Of the server's process and of PostgreSQL, where some of the features are at work. */
  readonly cpuMicros: number;
}

/** The product with a feature or without it, on a database of its own. */
export class Side {
  private constructor(
    private readonly server: GaugedServer,
    private readonly database: number,
    private readonly asked: (request: Request) => Request = (request) => request,
  ) {}

  static async with(run: Run, { databaseUrl }: History): Promise<Side> {
    return new Side(await startGauged(databaseUrl, run.dataFolder), await databaseOf(run));
  }

  static async without(run: Run, feature: Feature, { databaseUrl }: History): Promise<Side> {
    const { module, inDatabase, asked } = feature;
    if (inDatabase) await withClient(databaseUrl, inDatabase);
    const replacing = new URL(`../../../bench/without/${module}`, import.meta.url).href;
    return new Side(await startGauged(databaseUrl, run.dataFolder, [replacing]), await databaseOf(run), asked);
  }

  async measure(jobs: () => Job, seconds: number): Promise<Cost> {
    const before = await this.cpuMicros();
    const { perSecond, done } = await load(this.server.url, connections, seconds, () => changed(jobs(), this.asked));
    return { perSecond, cpuMicros: ((await this.cpuMicros()) - before) / done };
  }

  private async cpuMicros(): Promise<number> {
    const { cpuMicroseconds } = await this.server.gauge();
    return cpuMicroseconds + (familyCpuMs(this.database) ?? Number.NaN) * 1000;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

async function databaseOf(run: Run): Promise<number> {
  const pid = await postmaster(run.databaseUrl);
  if (pid === undefined) throw new Error('Only Linux tells what PostgreSQL takes of the processor.');
  return pid;
}

/** The same job, asked in another way. */
export function changed({ first, adds }: Job, change: (request: Request) => Request): Job {
  return { first: { request: change(first.request), answered: (answer) => first.answered(answer) }, adds };
}
