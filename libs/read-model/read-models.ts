import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Codec, Position, Recorded, StreamId, Vault } from '#kernel';
import { connect } from './connection.js';
import { forget } from './forgetting.js';
import { ReadDoor } from './door.js';
import { Entities } from './entities.js';
import { keepUp } from './live-projector.js';
import type { Log } from './log.js';
import { leadOnPostgres } from './postgres-tables.js';
import { parked, unpark, type Parked } from './parking.js';
import { prepare, type OtherStore } from './prepare.js';
import { Progress } from './progress.js';
import type { View } from './projection.js';
import { ReachBook } from './reach.js';
import { ReadingPool } from './reading-pool.js';
import { rebuild, type RebuildReport } from './rebuild.js';
import { ServingTables } from './serving-tables.js';

export interface ReadModelOptions {
  readonly databaseUrl: string;
  readonly views: readonly View[];
  readonly store: Pick<EventStore, 'subscribe' | 'readStream' | 'head' | 'storeId'>;
  readonly codec: Pick<Codec, 'decode'>;
  readonly vault: Pick<Vault, 'open'>;
  readonly log: Log;
  /** They are built anew where nothing is said. */
  readonly otherStore?: OtherStore;
  /** Connections for reading. */
  readonly connectionsMax?: number;
}

export interface ReadModelHealth {
  readonly position: Position;
  /** Streams that wait for a repair: the views are complete but for these. */
  readonly parked: readonly Parked[];
}

/** The read side of one process: the door, and the projections if it runs them. */
export class ReadModels {
  private readonly ended = new AbortController();
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: ReadModelOptions,
    private readonly pool: ReadingPool,
    private readonly progress: Progress,
    private readonly tables: ServingTables,
    readonly door: ReadDoor,
  ) {}

  /** The database is migrated; views without a version in the code's shape are built before this resolves. @throws ViewsOfAnotherStore */
  static async open(options: ReadModelOptions): Promise<ReadModels> {
    const { views, store } = options;
    await prepare(views, { ...options, acceptDifferences: true });
    const pool = new ReadingPool(options);
    const progress = new Progress(pool, store);
    const tables = new ServingTables(pool, views);
    const door = new ReadDoor(pool, await Entities.of(views), progress, tables, new ReachBook(pool));
    return new ReadModels(options, pool, progress, tables, door);
  }

  /** Runs the projections in this process, until `close`. */
  start(): void {
    const { databaseUrl, views } = this.options;
    const projecting = {
      ...this.options,
      categories: [...new Set(views.flatMap((view) => view.categories))],
      lead: (signal: AbortSignal) => leadOnPostgres(databaseUrl, views, signal),
      pause: (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal }).catch(() => undefined),
    };
    this.running = keepUp(projecting, this.ended.signal);
  }

  /** Resolves once the views hold everything up to `position`. @throws NotYetVisible after two seconds */
  async waitFor(position: Position): Promise<void> {
    await this.progress.waitFor(position);
  }

  /** Every version of the views holds nothing any more of who was erased by these records. @returns the tables touched */
  forget(records: readonly Recorded[], after: Position): Promise<readonly string[]> {
    return forget(records, after, { ...this.options, waitFor: (position) => this.waitFor(position) });
  }

  /** @param names all views when left out */
  rebuild(
    names?: readonly string[],
    how: { readonly acceptDifferences?: boolean; readonly onProgress?: (at: Position, until: Position) => void } = {},
  ): Promise<RebuildReport> {
    return rebuild(names?.map((name) => this.viewNamed(name)) ?? this.options.views, { ...this.options, ...how });
  }

  /** After the repair of what parked a stream. */
  unpark(view: string, stream: StreamId): Promise<void> {
    return unpark(this.viewNamed(view), stream, this.options);
  }

  /** All rows of all banks, as the projector sees them: for verification, never behind anybody's request. */
  async everything<Row extends object>(sql: string, params: readonly unknown[]): Promise<readonly Row[]> {
    const client = await connect(this.options.databaseUrl, 'reciproca_projector');
    try {
      await this.tables.follow((await this.progress.row()).generation);
      return (await client.query<Row>(this.tables.resolve(sql), [...params])).rows;
    } finally {
      await client.end();
    }
  }

  async health(): Promise<ReadModelHealth> {
    const { position } = await this.progress.row();
    return { position, parked: await parked(this.pool) };
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.running;
    await this.pool.end();
  }

  private viewNamed(name: string): View {
    const view = this.options.views.find((one) => one.name === name);
    if (!view) throw new Error(`no view is called ${name}`);
    return view;
  }
}
