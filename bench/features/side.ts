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
  /** Of the server's process. */
  readonly cpuMicros: number;
}

/** The product with a feature or without it, on a database of its own. */
export class Side {
  private constructor(
    private readonly server: GaugedServer,
    private readonly asked: (request: Request) => Request,
  ) {}

  static async with(run: Run, { databaseUrl }: History): Promise<Side> {
    return new Side(await startGauged(databaseUrl, run.dataFolder), (request) => request);
  }

  static async without(run: Run, feature: Feature, { databaseUrl }: History): Promise<Side> {
    const { module, inDatabase, asked = (request) => request } = feature;
    if (inDatabase) await withClient(databaseUrl, inDatabase);
    const replacing = new URL(`../../../bench/without/${module}`, import.meta.url).href;
    return new Side(await startGauged(databaseUrl, run.dataFolder, [replacing]), asked);
  }

  async measure(jobs: () => Job, seconds: number): Promise<Cost> {
    const before = await this.server.gauge();
    const { perSecond, done } = await load(this.server.url, connections, seconds, () => changed(jobs(), this.asked));
    const after = await this.server.gauge();
    return { perSecond, cpuMicros: (after.cpuMicroseconds - before.cpuMicroseconds) / done };
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** The same job, asked in another way. */
export function changed({ first, adds }: Job, change: (request: Request) => Request): Job {
  return { first: { request: change(first.request), answered: (answer) => first.answered(answer) }, adds };
}
