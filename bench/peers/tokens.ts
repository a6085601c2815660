import { createHash } from 'node:crypto';
import { importJWK, jwtVerify, type CryptoKey, type JWK } from 'jose';

/** Checks the same bearer tokens as the product and keeps a verified one until it expires. */
export class Tokens {
  private readonly kept = new Map<string, { readonly person: string; readonly until: number }>();

  private constructor(private readonly key: CryptoKey | Uint8Array) {}

  static async of(publicJwk: JWK): Promise<Tokens> {
    return new Tokens(await importJWK(publicJwk, 'EdDSA'));
  }

  /** The person's id. @throws when the token is not valid */
  async person(authorization: string | undefined): Promise<string> {
    const token = authorization?.replace(/^Bearer /, '') ?? '';
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.kept.get(digest);
    if (known && known.until > Date.now()) return known.person;
    const { payload } = await jwtVerify(token, this.key, { algorithms: ['EdDSA'] });
    if (payload.sub === undefined || payload.exp === undefined) throw new Error('a token names a person and an end');
    this.kept.set(digest, { person: payload.sub, until: payload.exp * 1000 });
    return payload.sub;
  }
}
