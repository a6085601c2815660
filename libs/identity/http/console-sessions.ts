import type { Clock } from '#kernel';
import { powersAt } from '../domain/session/session.state.js';
import type { Secrets } from '../ports/secrets.js';
import type { SessionStore } from '../ports/session-store.js';
import type { Bearer } from '../ports/tokens.js';
import type { ConsoleCookie } from './console-cookie.js';

const keptMax = 10_000;
/** As long as an access token: whoever is signed out meanwhile is in the list of ended sessions. */
const keptMs = 10 * 60_000;

interface Kept {
  readonly bearer: Bearer;
  readonly untilMs: number;
}

/** The people behind the console's cookies, each looked up once in ten minutes. */
export class ConsoleSessions {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly store: Pick<SessionStore, 'ofSecret'>,
    private readonly secrets: Pick<Secrets, 'hash'>,
    private readonly cookie: ConsoleCookie,
    private readonly clock: Clock,
  ) {}

  async of(header: string): Promise<Bearer | undefined> {
    const secret = this.cookie.secretIn(header);
    if (secret === undefined || secret === '') return undefined;
    const [hash, nowMs] = [this.secrets.hash(secret), this.clock.now()];
    const name = Buffer.from(hash).toString('base64');
    const known = this.kept.get(name);
    if (known && nowMs < known.untilMs) return known.bearer;
    this.kept.delete(name);
    return this.lookUp(name, hash, nowMs);
  }

  private async lookUp(name: string, hash: Uint8Array, nowMs: number): Promise<Bearer | undefined> {
    const found = await this.store.ofSecret(hash, nowMs);
    if (!found) return undefined;
    const { person, place, id, endsAtMs } = found;
    const bearer = { person, powers: powersAt(place), session: id };
    if (this.kept.size >= keptMax) this.kept.clear();
    this.kept.set(name, { bearer, untilMs: Math.min(endsAtMs, nowMs + keptMs) });
    return bearer;
  }
}
