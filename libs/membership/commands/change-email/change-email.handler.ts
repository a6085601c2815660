import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { EVENT_STORE, StreamWriters } from '#event-store';
import {
  CONTACTS,
  NothingToChange,
  READING_REGISTER,
  streamOf,
  type Contacts,
  type EventStore,
  type PersonActor,
  type PersonId,
  type ReadingRegister,
  type Refusal,
  type Submission,
  type Verdict,
} from '#kernel';
import { AuthoriseCommand, PersonRightsQuery } from '#ledger';
import type { ChangeEmail } from '../../domain/person/person.commands.js';
import { person } from '../../domain/person/person.decider.js';
import { KnownElsewhere } from '../../domain/person/person.errors.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { isEmail } from '../../domain/person/person.texts.js';
import { AddressAlerts } from './address-alerts.js';
import { ChangeEmailCommand } from './change-email.command.js';
import { OwnAddress } from './own-address.js';
import { ownChange } from './own-change.js';

@CommandHandler(ChangeEmailCommand)
export class ChangeEmailHandler implements ICommandHandler<ChangeEmailCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly alerts: AddressAlerts,
    private readonly own: OwnAddress,
    @Inject(CONTACTS) private readonly contacts: Contacts,
    @Inject(READING_REGISTER) private readonly register: ReadingRegister,
    @Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'head'>,
  ) {}

  /**
   * The address of before is alerted first, and where somebody else changes it the register knows: one too many, should
   * the change then fail, does no harm, and one too few would.
   */
  async execute(command: ChangeEmailCommand): Promise<Verdict<PersonEvent>> {
    const whose = await this.whose(command);
    if ('refusal' in whose) return { accepted: false, refusal: whose.refusal };
    const submission = submissionOf(command, whose);
    const before = await this.writers.repeated(person, submission);
    if (before) return before;

    const former = await this.contacts.of(whose.person);
    const email = submission.command.texts?.['email'];
    if (former?.email.toLowerCase() === email?.toLowerCase())
      return { accepted: false, refusal: new NothingToChange() };
    if (isEmail(email ?? '')) {
      const { member, asker } = command;
      if (member) await this.register.record({ ...member, reader: asker.person, kind: 'contact-changed' });
      if (former) await this.alerts.put(former, member, asker, submission);
    }
    return this.writers.submit(person, submission);
  }

  /**
   * An address opens all that its person is anywhere. So nobody who keeps one bank changes that of somebody who is known in
   * another bank, or administers a network.
   */
  private async whose({ member, asker }: ChangeEmailCommand): Promise<Whose | { readonly refusal: Refusal }> {
    if (!member) {
      const refusal = await this.own.refusalFor(asker);
      return refusal ? { refusal } : { person: asker.person, actor: { person: asker.person } };
    }
    const { bank, account } = member;
    const asked = await this.commands.execute(new AuthoriseCommand(bank, asker, 'change-contact', { account }));
    if (!asked.accepted) return { refusal: asked.refusal };
    const { grant, member: person = asker.person } = asked.authority;
    const rights = new PersonRightsQuery(person, await this.store.head());
    const { banks, networks } = await this.queries.execute(rights);
    if (networks.length > 0 || banks.some((each) => each !== bank)) return { refusal: new KnownElsewhere() };
    return { person, actor: { person: asker.person, grant } };
  }
}

/** Whose address it is, and who changes it by what. */
interface Whose {
  readonly person: PersonId;
  readonly actor: PersonActor;
}

function submissionOf(command: ChangeEmailCommand, { person, actor }: Whose): Submission<ChangeEmail> {
  return { ...ownChange(command), stream: streamOf('person', person), actor };
}
