import type { Clock } from '#kernel';
import type { SessionId } from '../domain/session/session.state.js';
import type { EndedSessions } from '../ports/ended-sessions.js';
import type { SessionStore } from '../ports/session-store.js';

const lookEveryMs = 1_000;
/** Longer than an access token lives, by more than clocks differ. */
const heededMs = 15 * 60_000;

/** The few sessions ended of late, asked for so often at most; where the database is away the last answer stands. */
export class EndedSessionList implements EndedSessions {
  private ended: ReadonlySet<SessionId> = new Set();
  private readonly added = new Set<SessionId>();
  private lookedMs = -Infinity;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly store: Pick<SessionStore, 'endedSince'>,
    private readonly clock: Clock,
  ) {}

  add(session: SessionId): void {
    this.added.add(session);
  }

  async has(session: SessionId): Promise<boolean> {
    await this.look();
    return this.added.has(session) || this.ended.has(session);
  }

  private async look(): Promise<void> {
    const nowMs = this.clock.now();
    if (Math.abs(nowMs - this.lookedMs) >= lookEveryMs) {
      this.lookedMs = nowMs;
      this.looking = this.read(nowMs).finally(() => (this.looking = undefined));
    }
    await this.looking;
  }

  /** Without the database nothing can be read or recorded either. */
  private async read(nowMs: number): Promise<void> {
    const ended = await this.store.endedSince(nowMs - heededMs).catch(() => undefined);
    if (!ended) return;
    this.ended = new Set(ended);
    for (const session of this.ended) this.added.delete(session);
  }
}
