import { Refusal, type EventStore, type Position } from '#kernel';
import type { ReadingPool } from './reading-pool.js';

/** The views have not come as far as the reader asked; a moment later they have. */
export class NotYetVisible extends Refusal {
  readonly code = 'NOT_YET_VISIBLE';
  override readonly field = 'minPosition';
  override readonly retryable = true;
}

export interface ProgressRow {
  readonly storeId: string | undefined;
  readonly position: Position;
  /** Moves when other versions serve or a stream is parked or taken back. */
  readonly generation: bigint;
  /** Of the last record that changed who may read what. */
  readonly reachPosition: Position;
}

const waitMsMax = 2_000;
const lookMs = 10;

/** How far the views are. */
export class Progress {
  private looking: Promise<ProgressRow> | undefined;

  constructor(
    private readonly pool: ReadingPool,
    private readonly store: Pick<EventStore, 'head'>,
  ) {}

  async row(): Promise<ProgressRow> {
    const [row] = await this.pool.query<{
      store_id: string | null;
      position: string;
      generation: string;
      reach: string;
    }>({
      name: 'progress',
      text: `select store_id, position::text as position, generation::text as generation, reach_position::text as reach
        from read.progress`,
    });
    if (!row) throw new Error('the registry of views has no progress row');
    return {
      storeId: row.store_id ?? undefined,
      position: BigInt(row.position),
      generation: BigInt(row.generation),
      reachPosition: BigInt(row.reach),
    };
  }

  /**
   * Resolves as soon as the views hold everything up to `position`. One beyond the store's head is ignored.
   *
   * @throws NotYetVisible after two seconds
   */
  async waitFor(position: Position): Promise<ProgressRow> {
    let row = await this.row();
    if (row.position >= position || position > (await this.store.head())) return row;
    for (const until = Date.now() + waitMsMax; Date.now() < until;) {
      row = await this.nextLook();
      if (row.position >= position) return row;
    }
    throw new NotYetVisible();
  }

  /** However many wait, the registry is asked once. */
  private nextLook(): Promise<ProgressRow> {
    this.looking ??= new Promise<void>((resolve) => setTimeout(resolve, lookMs))
      .then(() => this.row())
      .finally(() => (this.looking = undefined));
    return this.looking;
  }
}
