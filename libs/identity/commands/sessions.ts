import { asId, type Clock, type PersonId } from '#kernel';
import { familyMsMax, refresh, type Refreshed } from '../domain/session/refresh.js';
import { powersAt, type SessionId } from '../domain/session/session.state.js';
import type { EndedSessions } from '../ports/ended-sessions.js';
import type { Secrets } from '../ports/secrets.js';
import type { KeptSession, NewSession, SessionStore } from '../ports/session-store.js';
import type { Tokens } from '../ports/tokens.js';
import { agentInWords } from './agent-in-words.js';
import type { Kept, Opened, Opening } from './opening.js';
import { RefreshTokens } from './refresh-token.js';

export const accessSeconds = 600;
/** A working day at the desk. */
export const consoleSeconds = 12 * 3_600;

export interface SessionsParts {
  readonly store: SessionStore;
  readonly secrets: Secrets;
  readonly tokens: Tokens;
  readonly ended: EndedSessions;
  readonly clock: Clock;
}

/** A session as its person sees it. */
export type SignedIn = Pick<KeptSession, 'id' | 'place' | 'by' | 'agent' | 'openedAtMs' | 'seenAtMs' | 'endsAtMs'>;

/** Opens, prolongs and ends what people are signed in with. */
export class Sessions {
  private readonly refreshTokens: RefreshTokens;

  constructor(private readonly parts: SessionsParts) {
    this.refreshTokens = new RefreshTokens(parts.secrets);
  }

  /** Whoever calls has just proved who the person is. */
  async open({ person, place, by, agent }: Opening): Promise<Opened> {
    const { secrets, store, clock } = this.parts;
    const [secret, nowMs] = [secrets.random(), clock.now()];
    const lifeMs = place.kind === 'console' ? consoleSeconds * 1000 : familyMsMax;
    const session: NewSession = {
      id: asId<SessionId>(secrets.id()),
      person,
      place,
      by,
      agent: agentInWords(agent),
      openedAtMs: nowMs,
      endsAtMs: nowMs + lifeMs,
      secretHash: secrets.hash(secret),
      salt: secrets.random(),
    };
    await store.open(session);
    if (place.kind === 'console') {
      return { kind: 'console', session: session.id, secret, lifeSeconds: consoleSeconds };
    }
    return { kind: 'embedded', session: session.id, ...(await this.kept(session, 0, secret)) };
  }

  /** @returns undefined where the tokens prolong nothing, whatever the reason */
  async refresh(token: string, device: string, mayUse: (kept: KeptSession) => boolean): Promise<Kept | undefined> {
    const { store, secrets } = this.parts;
    const presented = this.refreshTokens.read(token);
    if (!presented) return undefined;
    const isOf = (kept: KeptSession) => this.refreshTokens.isGenuine(presented, kept.salt) && mayUse(kept);
    const decided = await store.change(presented.session, (kept, atMs) => {
      if (!isOf(kept)) return { family: kept.family, answer: undefined };
      const isSameDevice = secrets.areEqual(secrets.hash(device), kept.secretHash);
      const refreshed = refresh(kept.family, { generation: presented.generation, isSameDevice }, atMs);
      return { family: familyIn(refreshed) ?? kept.family, answer: { kept, refreshed } };
    });
    if (!decided) return undefined;
    const { kept, refreshed } = decided;
    if (refreshed.outcome === 'revoked') this.parts.ended.add(kept.id);
    if (refreshed.outcome !== 'rotated' && refreshed.outcome !== 'repeated') return undefined;
    return this.kept(kept, refreshed.family.generation, device);
  }

  /** Where the person is signed in, the last sign-in first. */
  of(person: PersonId): Promise<readonly SignedIn[]> {
    return this.parts.store.ofPerson(person, this.parts.clock.now());
  }

  /** Ends one of the person's sessions, or all. @returns how many were ended */
  async end(person: PersonId, which: SessionId | 'all'): Promise<number> {
    const ended = await this.parts.store.end(person, which, this.parts.clock.now());
    for (const session of ended) this.parts.ended.add(session);
    return ended.length;
  }

  private async kept({ id, person, place, salt }: NewSession, generation: number, device: string): Promise<Kept> {
    const origin = place.kind === 'embedded' ? { origin: place.origin } : {};
    const access = await this.parts.tokens.issue(person, accessSeconds, { id, powers: powersAt(place), ...origin });
    return { access, accessSeconds, refresh: this.refreshTokens.write(id, salt, generation), device };
  }
}

function familyIn(refreshed: Refreshed) {
  return refreshed.outcome === 'over' ? undefined : refreshed.family;
}
