import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PersonId } from '#kernel';
import { DateTime, LocalDate, Minutes, Node, Payload, connectionType } from '#api';
import { Hub } from './hub-ref.types.js';
import { Member } from './member.types.js';

export const ExchangeState = {
  LOGGED: 'logged',
  POSTED: 'posted',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
} as const;
export type ExchangeState = (typeof ExchangeState)[keyof typeof ExchangeState];
registerEnumType(ExchangeState, { name: 'ExchangeState' });

export const Side = { PROVIDER: 'provider', RECEIVER: 'receiver' } as const;
export type Side = (typeof Side)[keyof typeof Side];
registerEnumType(Side, { name: 'Side', description: 'Who gives the time, or who gets it.' });

@ObjectType({ implements: () => [Node], description: 'One member gave time to another.' })
export class Exchange extends Node {
  @Field(() => ExchangeState)
  readonly state!: ExchangeState;
  @Field(() => Member, { description: 'Gives the time: credited.' })
  readonly provider!: Member;
  @Field(() => Member, { description: 'Gets the time: debited.' })
  readonly receiver!: Member;
  @Field(() => Minutes, { description: 'Time given, as last proposed.' })
  readonly minutes!: number;
  @Field(() => Minutes, { nullable: true, description: 'Moves with `minutes`, told apart in reports.' })
  readonly travelMinutes?: number;
  @Field(() => LocalDate)
  readonly serviceDate!: string;
  @Field(() => Hub)
  readonly hub!: Hub;
  @Field(() => String, { nullable: true })
  readonly strand?: string;
  @Field(() => String, { nullable: true })
  readonly category?: string;
  @Field(() => Side, { nullable: true, description: 'Who has to answer, while it waits.' })
  readonly turn?: Side;
  @Field(() => DateTime, { nullable: true, description: 'Unanswered by then, it expires.' })
  readonly expiresAt?: string;
  @Field(() => Int, { nullable: true, description: 'Number of the entry, once the hours have moved.' })
  readonly entryNumber?: number;
  @Field(() => Int, { description: 'Hand it back as `expectedVersion`.' })
  readonly version!: number;
  @Field(() => String, { nullable: true, description: 'What whoever logged it wrote; both parties read it.' })
  readonly note?: string;

  /** Who typed it first. */
  readonly loggedBy!: PersonId;
}

export const ExchangeConnection = connectionType('Exchange', Exchange);

export const LimitEnd = { FLOOR: 'floor', CEILING: 'ceiling' } as const;
export type LimitEnd = (typeof LimitEnd)[keyof typeof LimitEnd];
registerEnumType(LimitEnd, { name: 'LimitEnd' });

@ObjectType({ description: 'A soft limit that a balance passes: nothing is refused.' })
export class LimitWarning {
  @Field(() => LimitEnd)
  readonly kind!: LimitEnd;
  @Field(() => Minutes)
  readonly limitMinutes!: number;
}

@ObjectType({ description: 'What an entry left on one account, whatever moved it since.' })
export class BalanceAfter {
  @Field(() => ID)
  readonly account!: string;
  @Field(() => Minutes)
  readonly balanceAfterMinutes!: number;
  @Field(() => [LimitWarning])
  readonly warnings!: readonly LimitWarning[];
}

@ObjectType()
export class ExchangePayload extends Payload {
  @Field(() => Exchange, { nullable: true })
  readonly exchange?: Exchange;
  /** On every account that the entry moved: the resolver shows those that the asker may read. */
  readonly balancesAfter?: readonly BalanceAfter[];
}
