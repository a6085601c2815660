import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { minutes } from '#kernel';
import { Minutes, Node } from '#api';
import { Limit, LimitInput, limitFrom } from './limit.types.js';
import type { OpenBankCommand } from '../commands/open-bank/open-bank.command.js';

/** Rules as the journal keeps them. */
type Rules = OpenBankCommand['submission']['command']['input']['rules'];

const codesMax = 200;
const codeMax = 40;

export const ConsentRule = { BOTH: 'both', RECEIVER: 'receiver' } as const;
export type ConsentRule = (typeof ConsentRule)[keyof typeof ConsentRule];
registerEnumType(ConsentRule, {
  name: 'ConsentRule',
  description: 'Who must agree before hours move: both sides, or the receiver alone.',
});

/** What an assembly decides when it opens a bank: every rule is asked. */
@InputType()
export class BankRulesInput {
  @MaxLength(64)
  @Field(() => String, { description: 'IANA name, as Europe/Rome.' })
  readonly timeZone!: string;

  @IsIn([15, 30])
  @Field(() => Minutes)
  readonly stepMinutes!: number;

  @Min(1)
  @Max(100_000)
  @Field(() => Minutes)
  readonly exchangeMinutesMax!: number;

  @Field(() => ConsentRule)
  readonly consent!: ConsentRule;

  @Min(1)
  @Max(366)
  @Field(() => Int)
  readonly claimDays!: number;

  @ValidateNested()
  @Field(() => LimitInput)
  readonly floor!: LimitInput;

  @ValidateNested()
  @Field(() => LimitInput)
  readonly ceiling!: LimitInput;

  @ArrayMaxSize(codesMax)
  @MaxLength(codeMax, { each: true })
  @Field(() => [String])
  readonly categories!: readonly string[];

  @ArrayMaxSize(codesMax)
  @MaxLength(codeMax, { each: true })
  @Field(() => [String])
  readonly strands!: readonly string[];
}

export function rulesFrom(input: BankRulesInput): Rules {
  const { timeZone, stepMinutes, exchangeMinutesMax, consent, claimDays, categories, strands } = input;
  return {
    timeZone,
    stepMinutes: stepMinutes === 15 ? 15 : 30,
    exchangeMinutesMax: minutes(exchangeMinutesMax),
    consent,
    claimDays,
    limits: { floor: limitFrom(input.floor), ceiling: limitFrom(input.ceiling) },
    categories,
    strands,
  };
}

@ObjectType()
export class BankRules {
  @Field(() => String)
  readonly timeZone!: string;
  @Field(() => Minutes)
  readonly stepMinutes!: number;
  @Field(() => Minutes)
  readonly exchangeMinutesMax!: number;
  @Field(() => ConsentRule)
  readonly consent!: ConsentRule;
  @Field(() => Int)
  readonly claimDays!: number;
  @Field(() => Limit)
  readonly floor!: Limit;
  @Field(() => Limit)
  readonly ceiling!: Limit;
  @Field(() => [String])
  readonly categories!: readonly string[];
  @Field(() => [String])
  readonly strands!: readonly string[];
}

@ObjectType({ implements: () => [Node], description: 'One journal, one set of rules, in one network.' })
export class Bank extends Node {
  @Field(() => ID)
  readonly network!: string;
  @Field(() => String)
  readonly handle!: string;
  @Field(() => String)
  readonly name!: string;
  @Field(() => BankRules)
  readonly rules!: BankRules;
}

/** Rules as GraphQL shows them. */
export function rulesShown({ limits, ...rules }: Rules): BankRules {
  return { ...rules, ...limits };
}
