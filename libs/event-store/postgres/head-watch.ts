import type pg from 'pg';
import { StoreDamaged, type Position } from '#kernel';
import { ListeningConnection } from './listening-connection.js';

/** The guarantee behind NOTIFY: how often the head is asked for anyway. */
const pollMs = 1000;

/**
 * Knows how far the store reaches, for all readers of this process together: told by own appends, by what a reader found,
 * by one LISTEN connection, and by a slow poll, which also brings a lost connection back.
 */
export class HeadWatch {
  private known: Position = 0n;
  private told: Position = 0n;
  private fallenTo: Position | undefined;
  private flushes = 0;
  private over = false;
  private readonly waiting = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  /** For flushes too. */
  readonly connection: ListeningConnection;

  constructor(
    pool: pg.Pool,
    private readonly readHead: () => Promise<Position>,
  ) {
    this.connection = new ListeningConnection(pool, (payload) => {
      this.told = BigInt(payload ?? 0);
      if (this.flushes === 0) this.raise(this.told);
    });
  }

  /** Begins to listen; the first reader calls it. */
  start(): void {
    if (this.timer || this.over) return;
    this.timer = setInterval(() => {
      this.look();
    }, pollMs);
    this.timer.unref();
    this.look();
  }

  get closed(): boolean {
    return this.over;
  }

  /** The highest position that a reader may find. */
  get reached(): Position {
    return this.known;
  }

  /** A flush of this process is on its way: what NOTIFY says meanwhile waits for it, as its records are handed over first. */
  flushBegins(): void {
    this.flushes += 1;
  }

  flushEnds(head: Position): void {
    this.flushes -= 1;
    this.raise(head > this.told ? head : this.told);
  }

  raise(head: Position): void {
    if (head <= this.known) return;
    this.known = head;
    this.wake();
  }

  /**
   * At once when the head lies beyond `after`; else at the next news, poll or abort, whichever comes first.
   *
   * @throws StoreDamaged when the head went back
   */
  async beyond(after: Position, signal: AbortSignal): Promise<void> {
    if (this.known <= after) await this.news(signal);
    if (this.fallenTo !== undefined) throw new StoreDamaged(`the head went back to ${String(this.fallenTo)}`);
  }

  /** The next news, poll or abort. */
  async news(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.over) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  async close(): Promise<void> {
    this.over = true;
    clearInterval(this.timer);
    this.wake();
    await this.looking;
    this.connection.close();
  }

  private look(): void {
    this.looking ??= this.poll().finally(() => {
      this.looking = undefined;
      this.wake();
    });
  }

  /** PostgreSQL may be away: then the next poll tries again. */
  private async poll(): Promise<void> {
    try {
      await this.connection.open();
      const before = this.known;
      const head = await this.readHead();
      if (head < before) this.fallenTo = head;
      this.raise(head);
    } catch {
      // readers see the failure of their own next read
    }
  }

  private wake(): void {
    for (const woken of this.waiting) woken();
  }
}
