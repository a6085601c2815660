import { unreachable, type Clock, type Contacts } from '#kernel';
import type { Letter } from '../../domain/mail/letter.js';
import type { MailFacts } from '../../domain/mail/mail-words.js';
import type { MailSender } from '../../ports/mail-sender.js';
import type { MailSeal, SealedMail } from '../../ports/mail-seal.js';
import { letterOf } from '../../domain/mail/templates.js';
import type { WaitingMail, WaitingMails } from '../../ports/waiting-mails.js';

/** The mail server takes the mail later: whoever delivers tries again. Names no address. */
export class MailDelayed extends Error {
  override readonly name = 'MailDelayed';
}

export interface DeliveryParts {
  readonly mails: WaitingMails;
  readonly seal: Pick<MailSeal, 'open'>;
  readonly contacts: Pick<Contacts, 'of'>;
  /**
   * What the mail says as it goes out, where that is more than what was put; undefined: there is nothing to tell any
   * more. What it throws is tried again.
   */
  readonly facts: (kind: string, content: SealedMail) => Promise<MailFacts | undefined>;
  readonly sender: MailSender;
  readonly clock: Clock;
}

/** One try to send one mail. The row says that it was sent only after the mail server took it. */
export class Delivery {
  constructor(private readonly parts: DeliveryParts) {}

  /** @throws MailDelayed when there is to be another try */
  async deliver(id: string, isLastTry: boolean, signal: AbortSignal): Promise<void> {
    const { mails, clock } = this.parts;
    const mail = await mails.waiting(id);
    if (!mail) return;
    if (mail.ofUseUntil && mail.ofUseUntil.getTime() <= clock.now()) return mails.dropped(id, 'too late');
    const content = this.opened(mail);
    if (!content) return mails.dead(id, 'cannot be written');
    const to = await this.addressOf(content);
    if (to === undefined) return mails.dropped(id, 'no address');
    const facts = await this.parts.facts(mail.kind, content);
    if (!facts) return mails.dropped(id, 'nothing to tell any more');
    const letter = written(mail, content, facts);
    if (!letter) return mails.dead(id, 'cannot be written');
    const outcome = await this.parts.sender.send({ id, to, date: dateOf(mail), letter }, signal);
    switch (outcome.status) {
      case 'sent':
        return mails.sent(id);
      case 'refused':
        return mails.dead(id, outcome.reason);
      case 'delayed':
        if (isLastTry) return mails.dead(id, outcome.reason);
        throw new MailDelayed(outcome.reason);
      default:
        return unreachable(outcome);
    }
  }

  /** Undefined where it was sealed under another key: no later try mends that. */
  private opened({ id, content }: WaitingMail): SealedMail | undefined {
    try {
      return this.parts.seal.open(id, content);
    } catch {
      return undefined;
    }
  }

  private async addressOf({ to }: SealedMail): Promise<string | undefined> {
    return 'address' in to ? to.address : (await this.parts.contacts.of(to.person))?.email;
  }
}

/** Undefined where its template or a fact of it is missing: no later try mends that. */
function written({ kind }: WaitingMail, { language }: SealedMail, facts: MailFacts): Letter | undefined {
  try {
    return letterOf(kind, language, facts);
  } catch {
    return undefined;
  }
}

/** A mail that waited for its day is of that day. */
function dateOf({ putAt, notBefore }: WaitingMail): Date {
  return notBefore && notBefore > putAt ? notBefore : putAt;
}
