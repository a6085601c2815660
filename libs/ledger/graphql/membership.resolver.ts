import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentReader, answered, type Answered, type Reader } from '#api';
import {
  endMandateFrom,
  giveMandateFrom,
  readmitMemberFrom,
  setLimitsFrom,
  suspendMemberFrom,
} from './membership.commands.js';
import { limitsFrom, mandateFrom, memberFrom } from './membership.from-records.js';
import {
  EndMandateInput,
  GiveMandateInput,
  LimitsPayload,
  MandatePayload,
  MemberPayload,
  ReadmitMemberInput,
  SetLimitsInput,
  SuspendMemberInput,
} from './membership.types.js';

@Resolver()
export class MembershipResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => MemberPayload, { description: 'No new exchanges of a member from a day on.' })
  suspendMember(
    @Args('input') input: SuspendMemberInput,
    @CurrentReader() reader: Reader,
  ): Answered<MemberPayload, 'member' | 'version'> {
    return answered(reader, () => this.commands.execute(suspendMemberFrom(input, reader)), memberFrom);
  }

  @Mutation(() => MemberPayload, { description: 'A suspended member is in standing again from a day on.' })
  readmitMember(
    @Args('input') input: ReadmitMemberInput,
    @CurrentReader() reader: Reader,
  ): Answered<MemberPayload, 'member' | 'version'> {
    return answered(reader, () => this.commands.execute(readmitMemberFrom(input, reader)), memberFrom);
  }

  @Mutation(() => LimitsPayload, { description: "An account gets limits of its own, or the bank's again." })
  setLimits(@Args('input') input: SetLimitsInput, @CurrentReader() reader: Reader): Answered<LimitsPayload, 'limits'> {
    return answered(reader, () => this.commands.execute(setLimitsFrom(input, reader)), limitsFrom);
  }

  @Mutation(() => MandatePayload, { description: 'Somebody may act for a member.' })
  giveMandate(
    @Args('input') input: GiveMandateInput,
    @CurrentReader() reader: Reader,
  ): Answered<MandatePayload, 'mandate'> {
    return answered(reader, () => this.commands.execute(giveMandateFrom(input, reader)), mandateFrom);
  }

  @Mutation(() => MandatePayload, { description: 'A mandate holds no longer.' })
  endMandate(
    @Args('input') input: EndMandateInput,
    @CurrentReader() reader: Reader,
  ): Answered<MandatePayload, 'mandate'> {
    return answered(reader, () => this.commands.execute(endMandateFrom(input, reader)), mandateFrom);
  }
}
