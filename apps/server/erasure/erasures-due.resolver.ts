import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Field, ID, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentReader, LocalDate, Viewer, opaqueId, readId, type Reader } from '#api';
import { CLOCK } from '#event-store';
import { RetentionQuery, usualRetention } from '#hubs';
import { NotFound, asLocalDate, type BankId, type Clock, type LocalDate as Day } from '#kernel';
import { BankQuery, Member } from '#ledger';
import { DormantMembersQuery } from '#membership';

@ObjectType({ description: 'A member whose time of keeping is over: an administrator decides, no machine does.' })
export class ErasureDue {
  @Field(() => Member)
  readonly member!: Member;
  @Field(() => LocalDate)
  readonly lastActive!: string;
}

/** Of two contexts: how long is the network's to say, and who has been away is the bank's to know. */
@Resolver(() => Viewer)
export class ErasuresDueResolver {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ResolveField(() => [ErasureDue], {
    description: 'Members of a bank whose time of keeping is over, at most a hundred.',
  })
  async erasuresDue(
    @Args('bank', { type: () => ID }) opaque: string,
    @CurrentReader() reader: Reader,
  ): Promise<readonly ErasureDue[]> {
    const bank = readId<BankId>('bank', opaque);
    const since = bank && (await this.keptSince(bank, reader));
    if (bank === undefined || since === undefined) return [];
    const dormant = await this.queries.execute(new DormantMembersQuery(reader, bank, since));
    return dormant.map(({ accountId, bankId, lastActive }) => ({
      member: { id: opaqueId('account', bankId, accountId) },
      lastActive,
    }));
  }

  /** undefined for who has nothing to do with the bank. */
  private async keptSince(bank: BankId, reader: Reader): Promise<Day | undefined> {
    try {
      const { networkId } = await this.queries.execute(new BankQuery(reader, bank));
      const { monthsAfterLastActivity } =
        (await this.queries.execute(new RetentionQuery(reader, networkId))) ?? usualRetention;
      return monthsBefore(this.clock.now(), monthsAfterLastActivity);
    } catch (refusal) {
      if (refusal instanceof NotFound) return undefined;
      throw refusal;
    }
  }
}

/** The same day so many months ago, or the last of a month that is shorter. */
function monthsBefore(nowMs: number, months: number): Day {
  const now = new Date(nowMs);
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(now.getUTCDate(), last));
  return asLocalDate(first.toISOString().slice(0, 10));
}
