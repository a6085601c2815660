import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import {
  CONTACTS,
  NothingToChange,
  READING_REGISTER,
  streamOf,
  type Contacts,
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
import { ConsoleOnly, KnownElsewhere } from '../../domain/person/person.errors.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { isEmail, tidied } from '../../domain/person/person.texts.js';
import { AddressAlerts } from './address-alerts.js';
import { ChangeEmailCommand } from './change-email.command.js';

@CommandHandler(ChangeEmailCommand)
export class ChangeEmailHandler implements ICommandHandler<ChangeEmailCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly alerts: AddressAlerts,
    @Inject(CONTACTS) private readonly contacts: Contacts,
    @Inject(READING_REGISTER) private readonly register: ReadingRegister,
  ) {}

  /**
   * Where somebody else changes it, the register knows and the address of before is alerted first: one too many, should
   * the change then fail, does no harm, and one too few would.
   */
  async execute(command: ChangeEmailCommand): Promise<Verdict<PersonEvent>> {
    const whose = await this.whose(command);
    if ('refusal' in whose) return { accepted: false, refusal: whose.refusal };
    const submission = submissionOf(command, whose);
    const before = await this.writers.repeated(person, submission);
    if (before) return before;

    const former = await this.contacts.of(whose.person);
    const email = submission.command.texts['email'];
    if (former?.email.toLowerCase() === email?.toLowerCase())
      return { accepted: false, refusal: new NothingToChange() };
    if (command.member && isEmail(email ?? '')) {
      await this.register.record({ ...command.member, reader: command.asker.person, kind: 'contact-changed' });
      if (former) await this.alerts.put(former, command.member.bank, command.asker, submission);
    }
    return this.writers.submit(person, submission);
  }

  /**
   * An address opens all that its person is anywhere. So nobody who keeps one bank changes that of somebody who is known in
   * another bank, or administers a network, and no session with own rights alone changes that of somebody who holds a role:
   * not one either that a code on paper opened.
   */
  private async whose({ member, asker }: ChangeEmailCommand): Promise<Whose | { readonly refusal: Refusal }> {
    if (!member) {
      const isNarrow = asker.powers === 'own';
      if (isNarrow && (await this.queries.execute(new PersonRightsQuery(asker.person))).holdsRole)
        return { refusal: new ConsoleOnly() };
      return { person: asker.person, actor: { person: asker.person } };
    }
    const { bank, account } = member;
    const asked = await this.commands.execute(new AuthoriseCommand(bank, asker, 'change-contact', { account }));
    if (!asked.accepted) return { refusal: asked.refusal };
    const { grant, member: person = asker.person } = asked.authority;
    const { banks, networks } = await this.queries.execute(new PersonRightsQuery(person));
    if (networks.length > 0 || banks.some((each) => each !== bank)) return { refusal: new KnownElsewhere() };
    return { person, actor: { person: asker.person, grant } };
  }
}

/** Whose address it is, and who changes it by what. */
interface Whose {
  readonly person: PersonId;
  readonly actor: PersonActor;
}

function submissionOf({ email, asker, key, correlation }: ChangeEmailCommand, { person, actor }: Whose) {
  return {
    stream: streamOf('person', person),
    command: { name: 'ChangeEmail', input: {}, texts: tidied({ email }) },
    actor,
    powers: asker.powers,
    key,
    correlation,
  } satisfies Submission<ChangeEmail>;
}
