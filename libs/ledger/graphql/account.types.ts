import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Minutes, Node, connectionType } from '#api';
import type { StatementLine as Line } from '../views/account-statement/statement.query.js';
import type { Page } from '../views/page.js';
import { Hub } from './hub-ref.types.js';
import { Member } from './member.types.js';

@ObjectType({ implements: () => [Node], description: 'Whole minutes of one member, in one bank.' })
export class Account extends Node {
  @Field(() => Member)
  readonly holder!: Member;
  @Field(() => Minutes)
  readonly balanceMinutes!: number;
  /** Where the first page was read along, so that nobody reads it again. */
  readonly firstPage?: FirstPage;
}

/** The newest lines of a statement, as many as were asked. */
export interface FirstPage {
  readonly size: number;
  readonly page: Page<Line>;
}

@ObjectType({ description: "One account's share of an entry, with the balance after it." })
export class StatementLine {
  @Field(() => Int)
  readonly entryNumber!: number;
  @Field(() => ID)
  readonly exchange!: string;
  @Field(() => Member, { description: 'The other party.' })
  readonly other!: Member;
  @Field(() => Minutes, { description: 'Credited when positive, debited when negative.' })
  readonly minutes!: number;
  @Field(() => Minutes)
  readonly balanceAfterMinutes!: number;
  @Field(() => Minutes, { nullable: true })
  readonly travelMinutes?: number | null;
  @Field(() => LocalDate)
  readonly serviceDate!: string;
  @Field(() => DateTime)
  readonly recordedAt!: string;
  @Field(() => Hub)
  readonly hub!: Hub;
  @Field(() => String, { nullable: true })
  readonly strand?: string | null;
  @Field(() => String, { nullable: true })
  readonly category?: string | null;
}
export const StatementConnection = connectionType('Statement', StatementLine);

@ObjectType()
export class HubBalance {
  @Field(() => Hub)
  readonly hub!: Hub;
  @Field(() => Minutes)
  readonly sumMinutes!: number;
  @Field(() => Int)
  readonly accounts!: number;
}

@ObjectType({ description: 'All balances of a bank: their sum is zero.' })
export class TrialBalance {
  @Field(() => Minutes)
  readonly sumMinutes!: number;
  @Field(() => Int)
  readonly accounts!: number;
  @Field(() => Int, { description: 'Number of the last entry.' })
  readonly entries!: number;
  @Field(() => Boolean, { description: 'Whether these are all accounts of the bank, or those you coordinate.' })
  readonly whole!: boolean;
  @Field(() => [HubBalance])
  readonly hubs!: readonly HubBalance[];
}

@ObjectType({ description: 'A person in one bank, as the person sees it.' })
export class Membership {
  @Field(() => Member)
  readonly member!: Member;
  @Field(() => ID)
  readonly bank!: string;
  @Field(() => Boolean, { description: 'No new exchange today.' })
  readonly suspended!: boolean;
  @Field(() => LocalDate, { nullable: true, description: 'The first day of the suspension that holds today.' })
  readonly suspendedSince?: string;
  @Field(() => Int, { description: 'Hand it back as `expectedVersion`.' })
  readonly version!: number;
}
