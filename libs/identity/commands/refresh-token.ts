import { asId, isUuid } from '#kernel';
import type { SessionId } from '../domain/session/session.state.js';
import type { Secrets } from '../ports/secrets.js';

/** A refresh token as it was presented; whether it is genuine only its session can tell. */
export interface ReadToken {
  readonly session: SessionId;
  readonly generation: number;
  readonly mac: Uint8Array;
}

/**
 * Refresh tokens are not kept anywhere, not even hashed: each is the MAC of its session's salt and its number, so that
 * the same successor can be given twice. The salt is in the database and the key is not, and neither is enough.
 */
export class RefreshTokens {
  constructor(private readonly secrets: Secrets) {}

  write(session: SessionId, salt: string, generation: number): string {
    return `${session}.${String(generation)}.${Buffer.from(this.macOf(session, salt, generation)).toString('base64url')}`;
  }

  /** undefined for what cannot be one, whoever made it. */
  read(token: string): ReadToken | undefined {
    const [session = '', generation = '', mac = '', ...rest] = token.split('.');
    if (!isUuid(session) || !/^(0|[1-9]\d{0,8})$/.test(generation) || rest.length > 0) return undefined;
    const bytes = Buffer.from(mac, 'base64url');
    // Of all texts that stand for these bytes one is the token.
    if (bytes.toString('base64url') !== mac) return undefined;
    return { session: asId<SessionId>(session), generation: Number(generation), mac: bytes };
  }

  isGenuine({ session, generation, mac }: ReadToken, salt: string): boolean {
    return this.secrets.areEqual(mac, this.macOf(session, salt, generation));
  }

  private macOf(session: SessionId, salt: string, generation: number): Uint8Array {
    return this.secrets.mac('refresh', `${salt}/${session}/${String(generation)}`);
  }
}
