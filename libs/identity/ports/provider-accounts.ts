import type { PersonId } from '#kernel';

/** An account at a provider, unreadable: who reads the table learns neither the subject nor, where a provider uses one, a tax code. */
export interface AccountName {
  readonly issuer: Uint8Array;
  readonly account: Uint8Array;
}

/** Whose the accounts at providers are, from their first sign-in on. */
export interface ProviderAccounts {
  personOf(name: AccountName): Promise<PersonId | undefined>;
  /** @returns false where the person already has another account at this provider, or somebody else has this one */
  link(name: AccountName, person: PersonId, atMs: number): Promise<boolean>;
}
