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

/** Finds the person behind an account at a provider, and hands them over to the page they came from. */
export class ProviderSignIn {
  constructor(private readonly parts: ProviderSignInParts) {}

  /**
   * Whose the account is; on its first sign-in whoever has the address that the provider has seen to be theirs, and from
   * then on that person, whatever becomes of the address.
   *
   * @returns undefined where it is nobody's here
   */
  async personOf({ issuer, subject, email }: Proved): Promise<PersonId | undefined> {
    const { accounts, contacts, clock } = this.parts;
    const name = this.nameOf(issuer, subject);
    const known = await accounts.personOf(name);
    if (known !== undefined || email === undefined) return known;
    const contact = await contacts.withAddress(email);
    if (!contact) return undefined;
    return (await accounts.link(name, contact.person, clock.now())) ? contact.person : undefined;
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
