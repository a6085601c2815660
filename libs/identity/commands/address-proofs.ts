import {
  instant,
  timeOfDay,
  type AddressProof,
  type AddressProofs,
  type AddressWish,
  type AskedOnce,
  type AskedProof,
  type Clock,
  type MailOutbox,
  type PersonId,
} from '#kernel';
import { digitsTyped } from '../domain/challenge/enter-code.js';
import { challengeIn, challengeText, codeIn, newAddressMs } from '../domain/challenge/new-address.js';
import { CodeOver, CodeWrong } from '../domain/identity.errors.js';
import type { Secrets } from '../ports/secrets.js';
import type { Throttle } from '../ports/throttle.js';
import { Seldom } from './seldom.js';

export interface AddressProofsParts {
  readonly throttle: Throttle;
  readonly secrets: Pick<Secrets, 'mac'>;
  readonly outbox: MailOutbox;
  readonly asked: AskedOnce;
  readonly clock: Clock;
}

/**
 * A code sent to the new address and typed where its person is signed in: a stranger whose address was typed by mistake
 * has the code and no use for it. It is a MAC of person, address and challenge, so nothing of it is kept.
 */
export class CodedAddressProofs implements AddressProofs {
  private readonly seldom: Seldom;

  constructor(private readonly parts: AddressProofsParts) {
    this.seldom = new Seldom(parts.throttle);
  }

  /** Counted with the codes to sign in that are sent to the address. */
  async ask({ person, email, language, bank }: AddressWish, key: string): Promise<AskedProof> {
    const address = email.toLowerCase();
    const asked = { person, key, name: 'ask-new-address', input: { email } };
    return this.parts.asked.once(asked, async (askedAtMs) => {
      await this.seldom.take(['new-address', person], ['address', address]);
      const id = this.named(`asked/${person}/${key}`);
      const expiresAtMs = askedAtMs + newAddressMs;
      const challenge = challengeText({ expiresAtMs, nonce: id });
      await this.parts.outbox.put({
        id: `address-${id}`,
        kind: 'new-address',
        to: { address: email, owner: person },
        language,
        facts: {
          bank: bank.name,
          code: this.codeOf(person, address, challenge),
          until: timeOfDay(expiresAtMs, bank.timeZone),
          ...(bank.hub !== undefined && { deskOf: bank.hub }),
        },
        until: instant(expiresAtMs),
      });
      return { challenge, lifeSeconds: newAddressMs / 1000 };
    });
  }

  /** Every try is counted before it is looked at, the right one too: many at once are no more tries. */
  async check(person: PersonId, email: string, { challenge: text, code }: AddressProof): Promise<void> {
    const digits = digitsTyped(code);
    if (digits === undefined) throw new CodeWrong();
    await this.seldom.take(['new-address-code', person]);
    const challenge = challengeIn(text);
    if (!challenge || challenge.expiresAtMs <= this.parts.clock.now()) throw new CodeOver();
    if (digits !== this.codeOf(person, email.toLowerCase(), text)) throw new CodeWrong();
  }

  private codeOf(person: PersonId, address: string, challenge: string): string {
    return codeIn(this.parts.secrets.mac('new-address', JSON.stringify([person, address, challenge])));
  }

  /** 128 bits that follow from a text and tell nothing of it. */
  private named(text: string): string {
    return Buffer.from(this.parts.secrets.mac('new-address', text).subarray(0, 16)).toString('base64url');
  }
}
