import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { streamOf, type AccountId, type BankId } from '#kernel';
import {
  CurrentReader,
  Viewer,
  answeredWhole,
  given,
  idInBank,
  opaqueId,
  readId,
  submission,
  type Answered,
  type Reader,
} from '#api';
import { EraseMembershipCommand, type ErasureDone } from '../commands/erase-membership/erase-membership.command.js';
import { ErasePersonCommand } from '../commands/erase-person/erase-person.command.js';
import { ErasuresQuery } from '../views/erasure/erasure.query.js';
import { certificateOf } from './erasure.certificate.js';
import { EraseMeInput, EraseMemberInput, ErasurePayload, MemberErasure } from './erasure.types.js';

@Resolver(() => Viewer)
export class ErasureResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Mutation(() => ErasurePayload, { description: 'A membership is erased: the hours stay, nameless.' })
  eraseMember(
    @Args('input') input: EraseMemberInput,
    @CurrentReader() reader: Reader,
  ): Answered<ErasurePayload, 'certificate'> {
    return answeredWhole(reader, () => this.commands.execute(eraseMemberFrom(input, reader)), certified(reader));
  }

  @Mutation(() => ErasurePayload, { description: 'All that is about you is erased, in every bank.' })
  eraseMe(
    @Args('input') input: EraseMeInput,
    @CurrentReader() reader: Reader,
  ): Answered<ErasurePayload, 'certificate'> {
    return answeredWhole(reader, () => this.commands.execute(eraseMeFrom(input, reader)), certified(reader));
  }

  @ResolveField(() => [MemberErasure], { description: "A bank's erased members, for who administers or audits it." })
  async erasures(
    @Args('bank', { type: () => ID }) opaque: string,
    @CurrentReader() reader: Reader,
  ): Promise<readonly MemberErasure[]> {
    const bank = readId<BankId>('bank', opaque);
    const rows = bank === undefined ? [] : await this.queries.execute(new ErasuresQuery(reader, bank));
    return rows.map(({ id, erasedAt, ground, document, revision }) => ({
      account: opaqueId('account', bank ?? '', id),
      erasedAt,
      ground,
      ...(document !== null && { document }),
      number: revision + 1,
    }));
  }
}

function certified({ language }: Reader) {
  return ({ records }: ErasureDone) => ({ certificate: certificateOf(records, language) });
}

function eraseMemberFrom(input: EraseMemberInput, reader: Reader): EraseMembershipCommand {
  const { bank, id: account } = idInBank<AccountId>('account', input.account);
  const { ground, document } = input;
  const command = { name: 'EraseMember', input: given({ account, ground, document }) } as const;
  return new EraseMembershipCommand(submission(reader, streamOf('journal', bank), input, command));
}

function eraseMeFrom({ confirmation, idempotencyKey: key }: EraseMeInput, reader: Reader): ErasePersonCommand {
  return new ErasePersonCommand(reader.person, confirmation, { key, correlation: reader.correlation });
}
