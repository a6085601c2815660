import { unreachable, type Clock, type Contacts } from '#kernel';
import type { Letter } from '../../domain/mail/letter.js';
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
    const written = this.written(mail);
    if (!written) return mails.dead(id, 'cannot be written');
    const to = await this.addressOf(written.content);
    if (to === undefined) return mails.dropped(id, 'no address');
    const outcome = await this.parts.sender.send({ id, to, date: mail.putAt, letter: written.letter }, signal);
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

  /** Undefined where it was sealed under another key, or its template or a fact of it is missing: no later try mends that. */
  private written({ id, kind, content }: WaitingMail): { content: SealedMail; letter: Letter } | undefined {
    try {
      const opened = this.parts.seal.open(id, content);
      return { content: opened, letter: letterOf(kind, opened.language, opened.facts) };
    } catch {
      return undefined;
    }
  }

  private async addressOf({ to }: SealedMail): Promise<string | undefined> {
    return 'address' in to ? to.address : (await this.parts.contacts.of(to.person))?.email;
  }
}
