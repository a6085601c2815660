import {
  ClientSecretBasic,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clockSkew,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetch,
  type IDToken,
} from 'openid-client';
import type { Clock } from '#kernel';
import type { Attempt, Begun, IdentityProviders, Proof, ProviderSettings } from '../../ports/identity-providers.js';
import { isAway } from './provider-trouble.js';

const timeoutSeconds = 5;
/** Between the provider's clock and ours. */
const toleranceSeconds = 60;

export interface OidcParts {
  readonly providers: readonly ProviderSettings[];
  /** Our own origin, as browsers know it. */
  readonly publicUrl: string;
  readonly clock: Clock;
  /** How to reach providers; undefined: as everything is. */
  readonly fetch?: CustomFetch;
}

/** Authorization code with PKCE, state and nonce; the ID token's signature is checked although it came over TLS. */
export class OidcProviders implements IdentityProviders {
  readonly all: readonly ProviderSettings[];

  constructor(private readonly parts: OidcParts) {
    this.all = parts.providers;
  }

  async begin(name: string): Promise<Begun> {
    const settings = this.all.find((each) => each.name === name);
    if (!settings) return { outcome: 'unknown' };
    const configuration = await this.discover(settings);
    if (!configuration) return { outcome: 'away' };
    const verifier = randomPKCECodeVerifier();
    const attempt = { provider: name, state: randomState(), nonce: randomNonce(), verifier };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.parts.publicUrl}/auth/providers/${name}/callback`,
      scope: 'openid email',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: attempt.state,
      nonce: attempt.nonce,
      ...(settings.levels.length > 0 ? { acr_values: settings.levels.join(' ') } : {}),
    });
    return { outcome: 'begun', attempt, url: url.href };
  }

  async finish({ provider, state, nonce, verifier }: Attempt, callback: URL): Promise<Proof> {
    const settings = this.all.find(({ name }) => name === provider);
    if (!settings) return { outcome: 'refused' };
    const configuration = await this.discover(settings);
    if (!configuration) return { outcome: 'away' };
    try {
      const answer = await authorizationCodeGrant(configuration, this.asRegistered(callback), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = answer.claims();
      if (!claims || !isSureEnough(settings, claims)) return { outcome: 'refused' };
      const { email, email_verified: isTheirs } =
        claims['email'] === undefined ? await this.told(configuration, answer.access_token, claims) : claims;
      const { iss: issuer, sub: subject } = claims;
      const isAddress = typeof email === 'string' && isTheirs === true;
      return { outcome: 'proved', issuer, subject, ...(isAddress ? { email } : {}) };
    } catch (trouble) {
      return { outcome: isAway(trouble) ? 'away' : 'refused' };
    }
  }

  /** Asked for at each step, so that a key that was rotated or an address that moved fails nobody's sign-in. */
  private async discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration | undefined> {
    const { clock, fetch } = this.parts;
    const skewSeconds = Math.round((clock.now() - Date.now()) / 1000);
    try {
      return await discovery(
        new URL(issuer),
        clientId,
        { [clockSkew]: skewSeconds, [clockTolerance]: toleranceSeconds },
        ClientSecretBasic(clientSecret),
        { timeout: timeoutSeconds, execute: [enableNonRepudiationChecks], ...(fetch ? { [customFetch]: fetch } : {}) },
      );
    } catch {
      return undefined;
    }
  }

  /** Some providers say an address only where they are asked with the access token. */
  private async told(
    configuration: Configuration,
    accessToken: string,
    { sub }: IDToken,
  ): Promise<Readonly<Record<string, unknown>>> {
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return fetchUserInfo(configuration, accessToken, sub);
  }

  /** Whatever a proxy made of the address, the provider compares with the one that was registered. */
  private asRegistered({ pathname, search }: URL): URL {
    return new URL(`${this.parts.publicUrl}${pathname}${search}`);
  }
}

function isSureEnough({ levels }: ProviderSettings, { acr }: IDToken): boolean {
  return levels.length === 0 || (typeof acr === 'string' && levels.includes(acr));
}
