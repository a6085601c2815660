import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CLOCK, CODEC } from '#event-store';
import {
  MAIL_OUTBOX,
  actorKeyOf,
  type Asker,
  type BankId,
  type Clock,
  type Codec,
  type Contact,
  type MailOutbox,
  type Submission,
} from '#kernel';
import { BankQuery } from '#ledger';

const locales = { it: 'it-IT', en: 'en-GB' } as const;

/** Tells an address that somebody else is changing it. */
@Injectable()
export class AddressAlerts {
  constructor(
    private readonly queries: QueryBus,
    @Inject(MAIL_OUTBOX) private readonly outbox: MailOutbox,
    @Inject(CODEC) private readonly codec: Codec,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One mail, however often the change is asked for under its key. */
  async put({ person, email, language }: Contact, bank: BankId, asker: Asker, change: Submission): Promise<void> {
    const { name, rules } = await this.queries.execute(new BankQuery(asker, bank));
    const command = this.codec.commandId(change.stream, actorKeyOf(change.actor), change.key);
    const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone: rules.timeZone });
    await this.outbox.put({
      id: this.codec.newId(command, 'alert', 0),
      kind: 'email-changed',
      to: { address: email, owner: person },
      language,
      facts: { bank: name, day: day.format(this.clock.now()) },
    });
  }
}
