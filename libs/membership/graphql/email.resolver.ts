import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CONTACTS, type AccountId, type Contacts } from '#kernel';
import { CurrentReader, Viewer, answered, idInBank, unlessRefused, type Answered, type Reader } from '#api';
import { AskEmailCommand } from '../commands/ask-email/ask-email.command.js';
import { ChangeEmailCommand } from '../commands/change-email/change-email.command.js';
import { ConfirmEmailCommand } from '../commands/confirm-email/confirm-email.command.js';
import { ChangeEmailInput, ChangeEmailPayload, ConfirmEmailInput, ConfirmEmailPayload } from './member.inputs.js';

@Resolver()
export class EmailResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => ChangeEmailPayload, {
    description:
      "Your own e-mail address: it is sent a code, and holds once you confirm it. Or at once a member's in your scope.",
  })
  changeEmail(@Args('input') input: ChangeEmailInput, @CurrentReader() reader: Reader): Promise<ChangeEmailPayload> {
    const { member, idempotencyKey } = input;
    const email = input.email.trim();
    return member === undefined
      ? unlessRefused(reader, () =>
          this.commands.execute(new AskEmailCommand(email, reader, reader.language, idempotencyKey)),
        )
      : answered(
          reader,
          () => this.commands.execute(changeFrom(email, member, idempotencyKey, reader)),
          () => ({ email }),
        );
  }

  @Mutation(() => ConfirmEmailPayload, {
    description: 'With the code that was sent to your new address it holds, and the address of before is told.',
  })
  confirmEmail(
    @Args('input') { email: typed, challenge, code, idempotencyKey }: ConfirmEmailInput,
    @CurrentReader() reader: Reader,
  ): Answered<ConfirmEmailPayload, 'email'> {
    const email = typed.trim();
    const proof = { challenge, code };
    return answered(
      reader,
      () => this.commands.execute(new ConfirmEmailCommand(email, proof, reader, idempotencyKey, reader.correlation)),
      () => ({ email }),
    );
  }
}

@Resolver(() => Viewer)
export class ViewerEmailResolver {
  constructor(@Inject(CONTACTS) private readonly contacts: Contacts) {}

  @ResolveField(() => String, { nullable: true, description: 'Where you are written to; nobody else reads it here.' })
  async email(@CurrentReader() { person }: Reader): Promise<string | undefined> {
    return (await this.contacts.of(person))?.email;
  }
}

function changeFrom(email: string, member: string, key: string, reader: Reader): ChangeEmailCommand {
  const { bank, id: account } = idInBank<AccountId>('account', member);
  return new ChangeEmailCommand(email, { bank, account }, reader, key, reader.correlation);
}
