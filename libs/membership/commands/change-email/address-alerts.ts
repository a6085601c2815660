import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CLOCK, CODEC, EVENT_STORE } from '#event-store';
import {
  MAIL_OUTBOX,
  actorKeyOf,
  type AccountId,
  type AddressWish,
  type Asker,
  type BankId,
  type Clock,
  type Codec,
  type Contact,
  type EventStore,
  type MailOutbox,
  type Submission,
} from '#kernel';
import { BankQuery, MembershipQuery } from '#ledger';
import { OwnBank } from './own-bank.js';

const locales = { it: 'it-IT', en: 'en-GB' } as const;

/** Tells an address that its person is written to elsewhere from now on. */
@Injectable()
export class AddressAlerts {
  constructor(
    private readonly queries: QueryBus,
    private readonly ownBank: OwnBank,
    @Inject(MAIL_OUTBOX) private readonly outbox: MailOutbox,
    @Inject(CODEC) private readonly codec: Codec,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'head'>,
  ) {}

  /**
   * One mail, however often the change is asked for under its key.
   *
   * @param member whose address somebody else changes; left out: its person does
   */
  async put(
    { person, email, language }: Contact,
    member: { readonly bank: BankId; readonly account: AccountId } | undefined,
    asker: Asker,
    change: Submission,
  ): Promise<void> {
    const { name, timeZone, hub } = await (member ? this.bankOf(member, asker) : this.ownBank.of(person));
    const command = this.codec.commandId(change.stream, actorKeyOf(change.actor), change.key);
    const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone });
    await this.outbox.put({
      id: this.codec.newId(command, 'alert', 0),
      kind: 'email-changed',
      to: { address: email, owner: person },
      language,
      facts: {
        bank: name,
        day: day.format(this.clock.now()),
        ...(member ? {} : { own: 'yes' }),
        ...(hub !== undefined && { deskOf: hub }),
      },
    });
  }

  private async bankOf(
    { bank, account }: { readonly bank: BankId; readonly account: AccountId },
    asker: Asker,
  ): Promise<AddressWish['bank']> {
    const head = await this.store.head();
    const [{ name, rules }, { hubId }] = await Promise.all([
      this.queries.execute(new BankQuery(asker, bank, head)),
      this.queries.execute(new MembershipQuery(asker, account, head)),
    ]);
    return { name, timeZone: rules.timeZone, hub: hubId };
  }
}
