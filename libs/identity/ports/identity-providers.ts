import type { HubId } from '#kernel';

/** Somebody else who says who people are: an OpenID Connect provider, as whoever runs the server registered with it. */
export interface ProviderSettings {
  /** In addresses: `[a-z][a-z0-9-]{0,19}`. */
  readonly name: string;
  /** What stands on the button. */
  readonly title: { readonly it: string; readonly en: string };
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How surely the provider must know: one of these `acr`, or any where there are none. */
  readonly levels: readonly string[];
  /** Whether coordinators sign in to the console with it. */
  readonly isForConsole: boolean;
  /** Hubs whose members sign in with it. */
  readonly hubs: readonly HubId[];
}

/** What only the browser that began may end with. */
export interface Attempt {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type Begun =
  | { readonly outcome: 'begun'; readonly attempt: Attempt; readonly url: string }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'away' };

/** An account at a provider, and its address if the provider has seen that it is theirs. */
export interface Proved {
  readonly outcome: 'proved';
  readonly issuer: string;
  readonly subject: string;
  readonly email?: string;
}

/** `refused`: what came back proves nobody, whatever is wrong with it. `away`: the provider did not answer. */
export type Proof = Proved | { readonly outcome: 'refused' } | { readonly outcome: 'away' };

export interface IdentityProviders {
  readonly all: readonly ProviderSettings[];
  /** Where to send the browser. */
  begin(name: string): Promise<Begun>;
  /** @param callback the address at which the browser came back, as it is */
  finish(attempt: Attempt, callback: URL): Promise<Proof>;
}

/** Nest's name for the port. */
export const IDENTITY_PROVIDERS = Symbol('IdentityProviders');
