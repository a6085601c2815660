import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import {
  CONTACTS,
  NothingToChange,
  streamOf,
  type Contacts,
  type PersonActor,
  type PersonId,
  type Refusal,
  type Submission,
  type Verdict,
} from '#kernel';
import { AuthoriseCommand } from '#ledger';
import type { ChangeEmail } from '../../domain/person/person.commands.js';
import { person } from '../../domain/person/person.decider.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { isEmail, tidied } from '../../domain/person/person.texts.js';
import { AddressAlerts } from './address-alerts.js';
import { ChangeEmailCommand } from './change-email.command.js';

@CommandHandler(ChangeEmailCommand)
export class ChangeEmailHandler implements ICommandHandler<ChangeEmailCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    private readonly alerts: AddressAlerts,
    @Inject(CONTACTS) private readonly contacts: Contacts,
  ) {}

  /**
   * The address of before is alerted first where somebody else changes it: an alert too many, should the change then fail,
   * does no harm, and one too few would.
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
    if (former && command.member && isEmail(email ?? ''))
      await this.alerts.put(former, command.member.bank, command.asker, submission);
    return this.writers.submit(person, submission);
  }

  private async whose({ member, asker }: ChangeEmailCommand): Promise<Whose | { readonly refusal: Refusal }> {
    if (!member) return { person: asker.person, actor: { person: asker.person } };
    const { bank, account } = member;
    const asked = await this.commands.execute(new AuthoriseCommand(bank, asker, 'change-contact', { account }));
    if (!asked.accepted) return { refusal: asked.refusal };
    const { grant, member: person = asker.person } = asked.authority;
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
