import type pg from 'pg';
import { StoreUnavailable, type Append, type AppendVerdict, type Clock, type EventStore } from '#kernel';

const apartMsMax = 60_000;
const comparedEveryMs = 10_000;

/**
 * EventStoreDB says no time before it stores, so the clock of this process is held against PostgreSQL's, which keeps the keys
 * and views. Each stream's append goes by itself: its writer sends one at a time, and EventStoreDB takes many at once.
 */
export class ClockedAppends {
  private comparing: Promise<void> | undefined;
  private comparedAt = -Infinity;
  private isApart = false;

  constructor(
    private readonly store: Pick<EventStore, 'append'>,
    private readonly pool: Pick<pg.Pool, 'query'>,
    private readonly clock: Clock,
  ) {}

  /** @throws StoreUnavailable while the clocks are more than a minute apart, and as of the store */
  async append(append: Append): Promise<AppendVerdict> {
    if (this.isApart || Math.abs(performance.now() - this.comparedAt) > comparedEveryMs) await this.compare();
    if (this.isApart) throw new StoreUnavailable('the clocks of PostgreSQL and of this process disagree');
    return this.store.append(append);
  }

  private compare(): Promise<void> {
    this.comparing ??= this.look().finally(() => {
      this.comparing = undefined;
    });
    return this.comparing;
  }

  /** A PostgreSQL that is away says nothing on the clocks: what was known stays. */
  private async look(): Promise<void> {
    const answer = await this.pool
      .query<{ now: number }>('select extract(epoch from clock_timestamp())::float8 * 1000 as now')
      .catch(() => undefined);
    const other = answer?.rows[0]?.now;
    if (other === undefined) return;
    this.isApart = Math.abs(other - this.clock.now()) > apartMsMax;
    this.comparedAt = performance.now();
  }
}
