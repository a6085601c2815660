import { fastifyCookie as cookie } from '@fastify/cookie';
import type { Clock, HubId } from '#kernel';
import type { Attempt } from '../ports/identity-providers.js';
import type { Secrets } from '../ports/secrets.js';

/** Where somebody goes back to once they have signed in at a provider. */
export type Destination =
  | { readonly kind: 'console' }
  | {
      readonly kind: 'embedded';
      readonly hub: HubId;
      readonly origin: string;
      readonly returnTo: string;
      readonly challenge: string;
    };

export interface Begin {
  readonly attempt: Attempt;
  readonly destination: Destination;
  readonly endsAtMs: number;
}

const lifeSeconds = 600;

/**
 * Keeps a sign-in at a provider with the browser that began it, readable to us alone: nobody can end in one browser what
 * was begun in another, and nothing is kept here of those who never come back.
 */
export class AttemptCookie {
  private readonly name: string;

  constructor(
    private readonly isSecure: boolean,
    private readonly secrets: Pick<Secrets, 'seal' | 'open'>,
    private readonly clock: Clock,
  ) {
    this.name = isSecure ? '__Host-reciproca-provider' : 'reciproca-provider';
  }

  header(attempt: Attempt, destination: Destination): string {
    const begin: Begin = { attempt, destination, endsAtMs: this.clock.now() + lifeSeconds * 1000 };
    const sealed = Buffer.from(this.secrets.seal(JSON.stringify(begin))).toString('base64url');
    return this.serialised(sealed, lifeSeconds);
  }

  removal(): string {
    return this.serialised('', 0);
  }

  /** undefined for what we did not seal, and for what is over. */
  begun(header: string | undefined): Begin | undefined {
    const value = header === undefined ? undefined : cookie.parse(header)[this.name];
    if (value === undefined || value === '') return undefined;
    try {
      const begin = JSON.parse(this.secrets.open(Buffer.from(value, 'base64url'))) as Begin;
      return this.clock.now() < begin.endsAtMs ? begin : undefined;
    } catch {
      return undefined;
    }
  }

  /** Lax: the browser comes back from another site. */
  private serialised(value: string, maxAge: number): string {
    return cookie.serialize(this.name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.isSecure,
      maxAge,
    });
  }
}
