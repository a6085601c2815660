import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { asLocalDate, streamOf, type BankId, type HubId, type PersonId } from '#kernel';
import { CurrentReader, answered, idOf, submission, type Answered, type Reader } from '#api';
import { MemberPayload, memberFrom } from '#ledger';
import { AdmitPersonCommand, type Admission } from '../commands/admit-person/admit-person.command.js';
import { RenameMemberCommand } from '../commands/rename-member/rename-member.command.js';
import { AdmitMemberInput, RenameMemberInput, RenameMemberPayload } from './member.inputs.js';

@Resolver()
export class AdmissionResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => MemberPayload, { description: 'A person becomes a member, with an hours account.' })
  admitMember(
    @Args('input') input: AdmitMemberInput,
    @CurrentReader() reader: Reader,
  ): Answered<MemberPayload, 'member' | 'version'> {
    return answered(reader, () => this.commands.execute(admitMemberFrom(input, reader)), memberFrom);
  }

  @Mutation(() => RenameMemberPayload, { description: 'You say what to be called.' })
  renameMember(
    @Args('input') input: RenameMemberInput,
    @CurrentReader() reader: Reader,
  ): Answered<RenameMemberPayload, 'displayName'> {
    const displayName = input.displayName.trim();
    return answered(
      reader,
      () => this.commands.execute(renameMemberFrom(input, reader)),
      () => ({ displayName }),
    );
  }
}

function admitMemberFrom(input: AdmitMemberInput, { person, powers, correlation }: Reader): AdmitPersonCommand {
  const admission = {
    bank: idOf<BankId>('bank', input.bank),
    who: whoOf(input),
    hub: idOf<HubId>('hub', input.hub),
    since: asLocalDate(input.since),
    channel: input.email !== undefined,
  };
  return new AdmitPersonCommand(admission, { person }, input.idempotencyKey, correlation, powers);
}

function whoOf({ person, displayName = '', email, language = 'it' }: AdmitMemberInput): Admission['who'] {
  if (person !== undefined) return { person: idOf<PersonId>('person', person) };
  return { newcomer: { displayName, language, ...(email === undefined ? {} : { email }) } };
}

function renameMemberFrom(input: RenameMemberInput, reader: Reader): RenameMemberCommand {
  const command = { name: 'RenamePerson', input: {}, texts: { name: input.displayName } } as const;
  return new RenameMemberCommand(submission(reader, streamOf('person', reader.person), input, command));
}
