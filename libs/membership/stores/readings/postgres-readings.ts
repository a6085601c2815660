import type { Pool } from 'pg';
import {
  TryAgain,
  instant,
  type Clock,
  type Instant,
  type Reading,
  type ReadingKind,
  type ReadingRegister,
  type Registered,
  type SignInAct,
} from '#kernel';

export interface ReadingParts {
  readonly pool: Pick<Pool, 'query'>;
  readonly clock: Clock;
  /** The register could not be written; it is tried again. */
  readonly onTrouble: (cause: unknown) => void;
}

type Noted = Registered<ReadingKind | SignInAct> & { readonly minute: Instant };

const gatheringMs = 250;
const waitingMax = 10_000;
const minuteMs = 60_000;

/** Gathers for a moment what was read, so that one statement writes down what many pages showed. */
export class PostgresReadings implements ReadingRegister {
  private waiting = new Map<string, Noted>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ReadingParts) {}

  note(reading: Reading): void {
    const minute = this.minute();
    const key = [reading.account, reading.reader, reading.kind, minute].join();
    if (this.waiting.has(key)) return;
    if (this.waiting.size >= waitingMax) throw new TryAgain();
    this.waiting.set(key, { ...reading, minute });
    this.timer ??= setTimeout(() => this.write(), gatheringMs).unref();
  }

  record(act: Registered<SignInAct>): Promise<void> {
    return this.keep([{ ...act, minute: this.minute() }]);
  }

  /** Comes back once all that was noted is written down, or once the database refused it for the last time. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.writing;
    this.write();
    await this.writing;
    clearTimeout(this.timer);
  }

  private minute(): Instant {
    return instant(Math.floor(this.parts.clock.now() / minuteMs) * minuteMs);
  }

  private write(): void {
    this.timer = undefined;
    const noted = this.waiting;
    this.waiting = new Map();
    this.writing = this.keep([...noted.values()]).catch((cause: unknown) => {
      this.parts.onTrouble(cause);
      for (const [key, reading] of noted) this.waiting.set(key, reading);
      this.timer ??= setTimeout(() => this.write(), gatheringMs).unref();
    });
  }

  private async keep(noted: readonly Noted[]): Promise<void> {
    if (noted.length === 0) return;
    await this.parts.pool.query('select register.keep($1, $2, $3, $4, $5)', [
      noted.map(({ bank }) => bank),
      noted.map(({ account }) => account),
      noted.map(({ reader }) => reader),
      noted.map(({ kind }) => kind),
      noted.map(({ minute }) => minute),
    ]);
  }
}
