import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { IdempotentInput, KeeperInput, LocalDate, Payload } from '#api';
import { Limit, LimitInput } from './limit.types.js';
import { Member } from './member.types.js';

const reasonMax = 2_000;

@InputType({ isAbstract: true })
abstract class AccountInput extends KeeperInput {
  @MaxLength(100)
  @Field(() => ID)
  readonly account!: string;
}

@InputType()
export class SuspendMemberInput extends AccountInput {
  @Field(() => LocalDate, { description: 'The first day without new exchanges.' })
  readonly from!: string;

  @MaxLength(reasonMax)
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ReadmitMemberInput extends AccountInput {
  @Field(() => LocalDate, { description: 'The first day in standing again.' })
  readonly from!: string;

  @IsOptional()
  @MaxLength(reasonMax)
  @Field(() => String, { nullable: true })
  readonly reason?: string;
}

@InputType()
export class SetLimitsInput extends AccountInput {
  @IsOptional()
  @ValidateNested()
  @Field(() => LimitInput, { nullable: true, description: "Left out: the bank's applies." })
  readonly floor?: LimitInput;

  @IsOptional()
  @ValidateNested()
  @Field(() => LimitInput, { nullable: true, description: "Left out: the bank's applies." })
  readonly ceiling?: LimitInput;

  @MaxLength(reasonMax)
  @Field(() => String)
  readonly reason!: string;
}

export const MandateKind = { DELEGATE: 'delegate', GUARDIAN: 'guardian' } as const;
export type MandateKind = (typeof MandateKind)[keyof typeof MandateKind];
registerEnumType(MandateKind, { name: 'MandateKind' });

@InputType()
export class GiveMandateInput extends IdempotentInput {
  @MaxLength(100)
  @Field(() => ID)
  readonly account!: string;

  @MaxLength(100)
  @Field(() => ID, { description: 'Who may act for the member.' })
  readonly person!: string;

  @Field(() => MandateKind)
  readonly kind!: MandateKind;

  @Field(() => LocalDate)
  readonly from!: string;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  readonly until?: string;

  @IsOptional()
  @MaxLength(reasonMax)
  @Field(() => String, { nullable: true })
  readonly reason?: string;
}

@InputType()
export class EndMandateInput extends KeeperInput {
  @MaxLength(100)
  @Field(() => ID)
  readonly mandate!: string;

  @IsOptional()
  @MaxLength(reasonMax)
  @Field(() => String, { nullable: true })
  readonly reason?: string;
}

@ObjectType()
export class MemberPayload extends Payload {
  @Field(() => Member, { nullable: true })
  readonly member?: Member;
  @Field(() => Int, { nullable: true })
  readonly version?: number;
}

@ObjectType({ description: "One account's own limits; absent: the bank's apply." })
export class AccountLimits {
  @Field(() => ID)
  readonly account!: string;
  @Field(() => Limit, { nullable: true })
  readonly floor?: Limit;
  @Field(() => Limit, { nullable: true })
  readonly ceiling?: Limit;
  @Field(() => Int)
  readonly version!: number;
}

@ObjectType()
export class LimitsPayload extends Payload {
  @Field(() => AccountLimits, { nullable: true })
  readonly limits?: AccountLimits;
}

@ObjectType({ description: 'Somebody may act for a member, on these days.' })
export class Mandate {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => ID)
  readonly account!: string;
  @Field(() => ID)
  readonly person!: string;
  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  readonly until?: string;
  @Field(() => Int)
  readonly version!: number;
}

@ObjectType()
export class MandatePayload extends Payload {
  @Field(() => Mandate, { nullable: true })
  readonly mandate?: Mandate;
}
