import { hash } from 'node:crypto';
import { SignJWT, errors, jwtVerify } from 'jose';
import { asId, isUuid, type Clock, type PersonId } from '#kernel';
import type { Tokens } from '../../tokens.js';
import type { TokenKey } from './token-key.js';

const issuer = 'reciproca';
const audience = 'reciproca-api';
const keptMax = 10_000;
const lifeSecondsMax = 366 * 86_400;

interface Kept {
  readonly person: PersonId;
  readonly expiresAtMs: number;
}

/** Bearer tokens as RFC 8725 wants them: one algorithm, one key, all claims asked for. */
export class JwtTokens implements Tokens {
  /** Checked tokens by SHA-256, until they expire: checking a signature costs a hundred microseconds. */
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly key: TokenKey,
    private readonly clock: Clock,
  ) {}

  issue(person: PersonId, lifeSeconds: number): Promise<string> {
    const nowSeconds = Math.floor(this.clock.now() / 1000);
    return new SignJWT()
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: this.key.id })
      .setSubject(person)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + lifeSeconds)
      .sign(this.key.signing);
  }

  async personOf(token: string): Promise<PersonId | undefined> {
    const fingerprint = hash('sha256', token, 'base64');
    const known = this.kept.get(fingerprint);
    if (known && known.expiresAtMs > this.clock.now()) return known.person;
    this.kept.delete(fingerprint);
    const checked = await this.check(token);
    if (checked) this.keep(fingerprint, checked);
    return checked?.person;
  }

  private async check(token: string): Promise<Kept | undefined> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.key.checking, {
        algorithms: ['EdDSA'],
        typ: 'at+jwt',
        issuer,
        audience,
        requiredClaims: ['sub', 'iat', 'exp'],
        maxTokenAge: lifeSecondsMax,
        currentDate: new Date(this.clock.now()),
      });
      if (protectedHeader.kid !== this.key.id) return undefined;
      const { sub = '', exp = 0 } = payload;
      return isUuid(sub) ? { person: asId<PersonId>(sub), expiresAtMs: exp * 1000 } : undefined;
    } catch (trouble) {
      if (trouble instanceof errors.JOSEError) return undefined;
      throw trouble;
    }
  }

  private keep(fingerprint: string, kept: Kept): void {
    const oldest = this.kept.keys().next();
    if (this.kept.size >= keptMax && !oldest.done) this.kept.delete(oldest.value);
    this.kept.set(fingerprint, kept);
  }
}
