import { hash } from 'node:crypto';
import { SignJWT, errors, jwtVerify, type JWTPayload } from 'jose';
import { asId, isUuid, type Clock, type PersonId } from '#kernel';
import type { SessionId } from '../../domain/session/session.state.js';
import type { Bearer, Tokens, TokenSession } from '../../ports/tokens.js';
import type { TokenKeys } from './token-keys.js';

const issuer = 'reciproca';
const audience = 'reciproca-api';
const keptMax = 10_000;
/** Another server, whose clock is behind, does not take a new token for one from the future. */
const aheadSecondsMax = 60;
const lifeSecondsMax = 366 * 86_400;

/** One token has one writing: 64 bytes of signature leave four bits of the last letter, which a decoder would let anybody set. */
const asWritten = /^[\w-]+\.[\w-]+\.[\w-]{85}[AQgw]$/;

interface Kept {
  readonly bearer: Bearer;
  readonly expiresAtMs: number;
}

/** Bearer tokens as RFC 8725 wants them: one algorithm, our own keys by name, all claims asked for. */
export class JwtTokens implements Tokens {
  /** Checked tokens by SHA-256, until they expire: checking a signature costs a hundred microseconds. */
  private readonly kept = new Map<string, Kept>();
  private keptOf = 0;

  constructor(
    private readonly keys: TokenKeys,
    private readonly clock: Clock,
  ) {}

  async issue(person: PersonId, lifeSeconds: number, session?: TokenSession): Promise<string> {
    const nowMs = this.clock.now();
    const nowSeconds = Math.floor(nowMs / 1000);
    const { id, signing } = await this.keys.signing(nowMs);
    return new SignJWT(session && claimsOf(session))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: id })
      .setSubject(person)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(nowSeconds - aheadSecondsMax)
      .setExpirationTime(nowSeconds + lifeSeconds)
      .sign(signing);
  }

  async bearer(token: string): Promise<Bearer | undefined> {
    const nowMs = this.clock.now();
    this.forgetBefore(this.keys.version(nowMs));
    const fingerprint = hash('sha256', token, 'base64');
    const known = this.kept.get(fingerprint);
    if (known && known.expiresAtMs > nowMs) return known.bearer;
    this.kept.delete(fingerprint);
    const checked = await this.check(token, nowMs);
    if (checked) this.keep(fingerprint, checked);
    return checked?.bearer;
  }

  private async check(token: string, nowMs: number): Promise<Kept | undefined> {
    if (!asWritten.test(token)) return undefined;
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.checkingKey(kid, nowMs), {
        algorithms: ['EdDSA'],
        typ: 'at+jwt',
        issuer,
        audience,
        requiredClaims: ['exp'],
        // Asks for `iat` too; `sub` is looked at below.
        maxTokenAge: lifeSecondsMax,
        currentDate: new Date(nowMs),
      });
      const bearer = bearerIn(payload);
      return bearer && { bearer, expiresAtMs: (payload.exp ?? 0) * 1000 };
    } catch (trouble) {
      if (trouble instanceof errors.JOSEError) return undefined;
      throw trouble;
    }
  }

  private async checkingKey(kid: string | undefined, nowMs: number) {
    const key = kid === undefined ? undefined : await this.keys.named(kid, nowMs);
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key.checking;
  }

  private keep(fingerprint: string, kept: Kept): void {
    const oldest = this.kept.keys().next();
    if (this.kept.size >= keptMax && !oldest.done) this.kept.delete(oldest.value);
    this.kept.set(fingerprint, kept);
  }

  private forgetBefore(version: number): void {
    if (version !== this.keptOf) this.kept.clear();
    this.keptOf = version;
  }
}

function claimsOf({ id, powers, origin }: TokenSession): JWTPayload {
  return { sid: id, powers, ...(origin === undefined ? {} : { origin }) };
}

/** undefined where a claim is not what we would have signed; a token without a session has all powers. */
function bearerIn({ sub, sid, powers, origin }: JWTPayload): Bearer | undefined {
  if (typeof sub !== 'string' || !isUuid(sub)) return undefined;
  const person = asId<PersonId>(sub);
  if (sid === undefined && powers === undefined && origin === undefined) return { person, powers: 'all' };
  if (typeof sid !== 'string' || !isUuid(sid) || (powers !== 'all' && powers !== 'own')) return undefined;
  const session = asId<SessionId>(sid);
  if (origin === undefined) return { person, powers, session };
  return typeof origin === 'string' ? { person, powers, session, origin } : undefined;
}
