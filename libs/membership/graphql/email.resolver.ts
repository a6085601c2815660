import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CONTACTS, type AccountId, type Contacts } from '#kernel';
import { CurrentReader, Viewer, answered, idInBank, type Answered, type Reader } from '#api';
import { ChangeEmailCommand } from '../commands/change-email/change-email.command.js';
import { ChangeEmailInput, ChangeEmailPayload } from './member.inputs.js';

@Resolver()
export class EmailResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => ChangeEmailPayload, {
    description: "Your own e-mail address, or a member's in your scope: then the address of before is told.",
  })
  changeEmail(
    @Args('input') input: ChangeEmailInput,
    @CurrentReader() reader: Reader,
  ): Answered<ChangeEmailPayload, 'email'> {
    const email = input.email.trim();
    return answered(
      reader,
      () => this.commands.execute(changeEmailFrom(input, reader)),
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

function changeEmailFrom({ email, member, idempotencyKey }: ChangeEmailInput, reader: Reader): ChangeEmailCommand {
  const named = member === undefined ? undefined : idInBank<AccountId>('account', member);
  const whose = named && { bank: named.bank, account: named.id };
  return new ChangeEmailCommand(email, whose, reader, idempotencyKey, reader.correlation);
}
