import type { Provider } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  AttemptCookie,
  IDENTITY_PROVIDERS,
  OidcProviders,
  PostgresHandovers,
  PostgresProviderAccounts,
  ProviderSignIn,
  type KeyedSecrets,
  type ProviderSettings,
} from '#identity';
import type { Clock, Contacts } from '#kernel';
import type { Settings } from './settings.js';

/** Signing in at somebody else's. */
export interface ProviderParts {
  readonly providers: OidcProviders;
  readonly signIn: ProviderSignIn;
  readonly attempts: AttemptCookie;
  readonly accounts: PostgresProviderAccounts;
}

export function openProviders(
  { oidc, environment }: Settings,
  {
    providers,
    pool,
    secrets,
    contacts,
    clock,
  }: {
    readonly providers: readonly ProviderSettings[];
    readonly pool: Pool;
    readonly secrets: KeyedSecrets;
    readonly contacts: Contacts;
    readonly clock: Clock;
  },
): ProviderParts {
  const accounts = new PostgresProviderAccounts(pool);
  return {
    providers: new OidcProviders({ providers, publicUrl: oidc?.publicUrl ?? '', clock }),
    signIn: new ProviderSignIn({ accounts, handovers: new PostgresHandovers(pool), contacts, secrets, clock }),
    attempts: new AttemptCookie(environment === 'production', secrets, clock),
    accounts,
  };
}

/** The parts under their names in Nest. */
export function providersInNest({ providers, signIn, attempts }: ProviderParts): Provider[] {
  return [
    { provide: IDENTITY_PROVIDERS, useValue: providers },
    { provide: ProviderSignIn, useValue: signIn },
    { provide: AttemptCookie, useValue: attempts },
  ];
}
