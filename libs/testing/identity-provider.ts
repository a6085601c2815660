import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AdapterPayload, Configuration, JWK, Provider } from 'oidc-provider';
import { ProviderMemory } from './identity-provider-memory.js';

export interface ProviderAccount {
  readonly subject: string;
  readonly email?: string;
  readonly isVerified?: boolean;
  /** How surely the provider knows them. */
  readonly level?: string;
}

const issuer = 'https://provider.example';
type ProviderClass = new (issuer: string, configuration: Configuration) => Provider;

/** A real OpenID Connect provider on this machine, as it stands behind a proxy that ends TLS. Whoever comes is signed in as `account`. */
export class IdentityProvider {
  readonly issuer = issuer;
  readonly clientId = 'reciproca';
  readonly clientSecret = 'a secret of this test alone';
  account: ProviderAccount = { subject: 'nobody' };
  private provider: Provider;

  private constructor(
    private readonly server: Server,
    private readonly redirectUri: string,
    private readonly Provider: ProviderClass,
  ) {
    this.provider = this.fresh();
  }

  static async start(redirectUri: string): Promise<IdentityProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    // Only whoever needs it waits for it.
    const { Provider } = await import('oidc-provider');
    const made: IdentityProvider = new IdentityProvider(server, redirectUri, Provider);
    server.on('request', (request, response) => void made.answer(request, response));
    return made;
  }

  /** What it signed before it signs with another key now; sessions, codes and the old key are gone. */
  rotateKeys(): void {
    this.provider = this.fresh();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** Asks the provider over real HTTP. */
  readonly fetch = (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-proto', 'https');
    headers.set('x-forwarded-host', new URL(issuer).host);
    return fetch(url.replace(issuer, this.address), { ...init, headers });
  };

  /** Goes where a browser would go, with its cookies, until the provider sends it elsewhere. @returns that address */
  async browse(start: string): Promise<string> {
    const cookies = new Map<string, string>();
    let url = new URL(start);
    while (url.origin === issuer) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const { status, headers } = await this.fetch(url.href, { redirect: 'manual', headers: { cookie } });
      for (const each of headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
        cookies.set(name, value);
      }
      const location = headers.get('location');
      if (location === null) throw new Error(`the provider answered ${String(status)} instead of sending us on`);
      url = new URL(location, url);
    }
    return url.href;
  }

  /** Where it really listens. */
  get address(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the provider does not listen');
    return `http://127.0.0.1:${String(address.port)}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/interaction/') !== true) {
      await this.provider.callback()(request, response);
      return;
    }
    const { subject: accountId, level: acr } = this.account;
    await this.provider.interactionFinished(request, response, { login: { accountId, ...(acr ? { acr } : {}) } });
  }

  private fresh(): Provider {
    const provider = new this.Provider(issuer, this.configuration());
    provider.proxy = true;
    return provider;
  }

  private configuration(): Configuration {
    const { clientId, clientSecret, redirectUri } = this;
    const grants = (): Provider['Grant'] => this.provider.Grant;
    const kept = new Map<string, AdapterPayload>();
    return {
      adapter: (kind) => new ProviderMemory(kind, kept),
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
      ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 3_600, Interaction: 600, Session: 600 },
      jwks: { keys: [signingKey()] },
      cookies: { keys: ['of this test alone'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      acrValues: ['https://www.spid.gov.it/SpidL1', 'https://www.spid.gov.it/SpidL2'],
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, subject) => {
        const { email, isVerified = false } = this.account;
        const claims = email === undefined ? {} : { email, email_verified: isVerified };
        return { accountId: subject, claims: () => ({ sub: subject, ...claims }) };
      },
      async loadExistingGrant({ oidc }) {
        const Grant = grants();
        const grant = new Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
    };
  }
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
}
