import { OutcomeUnknown, StoreUnavailable, type Append, type AppendVerdict, type EventStore } from '#kernel';
import { bytesOfAppend, requireStorable } from '../append-limits.js';

/** One flush holds at most so much, so that a flush stays short when many wait. */
const flushBytesMax = 4 * 1024 * 1024;

interface Waiting {
  readonly append: Append;
  readonly bytes: number;
  readonly resolve: (verdict: AppendVerdict) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Group commit for all streams of a process: while one flush is in flight, what comes waits and goes together in the next.
 * No timer: a lone append goes at once. One stream's conflict or fault is not another's.
 */
export class Flusher {
  private waiting: Waiting[] = [];
  private flushing = false;

  constructor(
    private readonly store: EventStore,
    private readonly bytesMax = flushBytesMax,
  ) {}

  /**
   * Durable, or refused for its revision, when it resolves.
   *
   * @throws EventTooLarge before any I/O; StoreUnavailable, OutcomeUnknown as of the store
   */
  async append(append: Append): Promise<AppendVerdict> {
    requireStorable([append]);
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, bytes: bytesOfAppend(append), resolve, reject });
      if (!this.flushing) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.flushing = true;
    while (this.waiting.length > 0) await this.flush(this.next());
    this.flushing = false;
  }

  /** In the order they came; of one stream only the first, as its second follows from the first's verdict. */
  private next(): readonly Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    const streams = new Set<string>();
    let bytes = 0;
    for (const waiting of this.waiting) {
      const fits = taken.length === 0 || bytes + waiting.bytes <= this.bytesMax;
      if (fits && !streams.has(waiting.append.stream)) {
        taken.push(waiting);
        bytes += waiting.bytes;
      } else {
        left.push(waiting);
      }
      streams.add(waiting.append.stream);
    }
    this.waiting = left;
    return taken;
  }

  private async flush(taken: readonly Waiting[]): Promise<void> {
    try {
      const verdicts = await this.store.appendMany(taken.map(({ append }) => append));
      taken.forEach(({ resolve, reject }, index) => {
        const verdict = verdicts[index];
        if (verdict) resolve(verdict);
        else reject(new OutcomeUnknown('the store gave no verdict'));
      });
    } catch (error) {
      await this.fail(taken, error);
    }
  }

  /** The store's own trouble reaches everybody; a fault of one append, which stored nothing, must not reach the others. */
  private async fail(taken: readonly Waiting[], error: unknown): Promise<void> {
    const shared = error instanceof StoreUnavailable || error instanceof OutcomeUnknown;
    if (!shared && taken.length > 1) {
      for (const alone of taken) await this.flush([alone]);
      return;
    }
    for (const { reject } of taken) reject(error);
  }
}
