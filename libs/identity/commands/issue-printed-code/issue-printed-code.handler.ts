import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK, EVENT_STORE } from '#event-store';
import {
  CONTACTS,
  IdempotencyConflict,
  NotFound,
  READING_REGISTER,
  type Clock,
  type Contacts,
  type EventStore,
  type PersonId,
  type ReadingRegister,
} from '#kernel';
import { AuthoriseCommand, MembershipQuery } from '#ledger';
import { MemberHasEmail } from '../../domain/identity.errors.js';
import { inGroups, lettersFrom, printedCodeMs } from '../../domain/printed-code/printed-code.js';
import { PRINTED_CODES, type PrintedCodes } from '../../ports/printed-codes.js';
import { SECRETS, type Secrets } from '../../ports/secrets.js';
import { printedMac } from '../printed-mac.js';
import { IssuePrintedCodeCommand, type IssuedCode } from './issue-printed-code.command.js';

@CommandHandler(IssuePrintedCodeCommand)
export class IssuePrintedCodeHandler implements ICommandHandler<IssuePrintedCodeCommand> {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(CONTACTS) private readonly contacts: Contacts,
    @Inject(READING_REGISTER) private readonly register: ReadingRegister,
    @Inject(PRINTED_CODES) private readonly codes: PrintedCodes,
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'head'>,
  ) {}

  /**
   * Nobody is shown a code before the register, where the member sees it, has that it was printed.
   *
   * @throws what `authorise` refuses with, MemberHasEmail, IdempotencyConflict
   */
  async execute(command: IssuePrintedCodeCommand): Promise<IssuedCode> {
    const { asker, account, bank, key } = command;
    const person = await this.memberFor(command);
    if (await this.contacts.of(person)) throw new MemberHasEmail();
    const membership = new MembershipQuery(asker, account, await this.store.head());
    const { number: memberNumber } = await this.queries.execute(membership);
    const letters = lettersFrom(this.secrets.mac('printed-code', `issued/${asker.person}/${key}`));
    const kept = await this.codes.issue({
      mac: printedMac(this.secrets, letters),
      person,
      bank,
      account,
      memberNumber,
      issuedBy: asker.person,
      expiresAtMs: this.clock.now() + printedCodeMs,
    });
    if (kept.account !== account) throw new IdempotencyConflict();
    await this.register.record({ bank, account, reader: asker.person, kind: 'code-printed' });
    return { code: inGroups(letters), memberNumber: kept.memberNumber, expiresAtMs: kept.expiresAtMs };
  }

  private async memberFor({ asker, bank, account }: IssuePrintedCodeCommand): Promise<PersonId> {
    const asked = await this.commands.execute(new AuthoriseCommand(bank, asker, 'print-code', { account }));
    if (!asked.accepted) throw asked.refusal;
    const { member } = asked.authority;
    if (member === undefined) throw new NotFound();
    return member;
  }
}
