import type { Clock, Contacts, PersonId } from '#kernel';
import type { Handover, Handovers } from '../ports/handovers.js';
import type { Proved } from '../ports/identity-providers.js';
import type { AccountName, ProviderAccounts } from '../ports/provider-accounts.js';
import type { Secrets } from '../ports/secrets.js';

const handoverMs = 60_000;

export interface ProviderSignInParts {
  readonly accounts: ProviderAccounts;
  readonly handovers: Handovers;
  readonly contacts: Pick<Contacts, 'withAddress'>;
  readonly secrets: Pick<Secrets, 'hash' | 'mac' | 'random'>;
  readonly clock: Clock;
}

/** Whose an account is, or why it is nobody's here. */
export type Found = { readonly person: PersonId } | { readonly failure: 'unknown' | 'shared' };

/** Finds the person behind an account at a provider, and hands them over to the page they came from. */
export class ProviderSignIn {
  constructor(private readonly parts: ProviderSignInParts) {}

  /**
   * Whose the account is; on its first sign-in the only person with the address that the provider has seen to be theirs,
   * and from then on that person, whatever becomes of the address. Which of several who share it has signed in nobody can
   * tell, and a link would last.
   */
  async personOf({ issuer, subject, email }: Proved): Promise<Found> {
    const { accounts, contacts, clock } = this.parts;
    const name = this.nameOf(issuer, subject);
    const known = await accounts.personOf(name);
    if (known !== undefined) return { person: known };
    const holder = email === undefined ? undefined : await contacts.withAddress(email);
    if (!holder) return { failure: 'unknown' };
    if (holder.isShared) return { failure: 'shared' };
    const isLinked = await accounts.link(name, holder.person, clock.now());
    return isLinked ? { person: holder.person } : { failure: 'unknown' };
  }

  /** @returns the code for the page: good for a minute, once, and only with what hashes to the challenge */
  async handOver(handover: Handover): Promise<string> {
    const { handovers, secrets, clock } = this.parts;
    const code = secrets.random();
    await handovers.keep(secrets.hash(code), handover, clock.now() + handoverMs);
    return code;
  }

  /** A code that is asked for is gone, whether or not the rest is right. */
  async takeOver(code: string, verifier: string, origin: string | undefined): Promise<Handover | undefined> {
    const { handovers, secrets, clock } = this.parts;
    const found = await handovers.take(secrets.hash(code), clock.now());
    if (!found || found.origin !== origin) return undefined;
    return found.challenge === this.challengeOf(verifier) ? found : undefined;
  }

  private challengeOf(verifier: string): string {
    return Buffer.from(this.parts.secrets.hash(verifier)).toString('base64url');
  }

  private nameOf(issuer: string, subject: string): AccountName {
    const { secrets } = this.parts;
    return {
      issuer: secrets.mac('provider', JSON.stringify([issuer])),
      account: secrets.mac('provider', JSON.stringify([issuer, subject])),
    };
  }
}
