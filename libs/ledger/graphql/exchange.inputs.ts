import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { IdempotentInput, LocalDate, Minutes, VersionedInput } from '#api';

const noteMax = 2_000;
/** The bank's own rules are narrower; this only keeps nonsense out of them. */
const minutesMax = 100_000;
/** Codes and document numbers: their exact form is the journal's rule, with words of its own. */
const codeMax = 100;

const actingFor = 'As a delegate: the account of the member you act for.';

@InputType()
export class LogExchangeInput extends IdempotentInput {
  @IsOptional()
  @MaxLength(100)
  @Field(() => ID, { nullable: true, description: actingFor })
  readonly actingFor?: string;

  @MaxLength(100)
  @Field(() => ID, { description: 'The account of who gave the time.' })
  readonly provider!: string;

  @MaxLength(100)
  @Field(() => ID, { description: 'The account of who got it.' })
  readonly receiver!: string;

  @Min(-minutesMax)
  @Max(minutesMax)
  @Field(() => Minutes)
  readonly minutes!: number;

  @IsOptional()
  @Min(-minutesMax)
  @Max(minutesMax)
  @Field(() => Minutes, { nullable: true })
  readonly travelMinutes?: number;

  @Field(() => LocalDate)
  readonly serviceDate!: string;

  @MaxLength(100)
  @Field(() => ID)
  readonly hub!: string;

  @IsOptional()
  @MaxLength(codeMax)
  @Field(() => String, { nullable: true })
  readonly desk?: string;

  @IsOptional()
  @MaxLength(codeMax)
  @Field(() => String, { nullable: true })
  readonly strand?: string;

  @IsOptional()
  @MaxLength(codeMax)
  @Field(() => String, { nullable: true })
  readonly category?: string;

  @IsOptional()
  @MaxLength(100)
  @Field(() => ID, { nullable: true, description: 'At a desk: the account of the party who asked for it.' })
  readonly onBehalfOf?: string;

  @IsOptional()
  @MaxLength(codeMax)
  @Field(() => String, { nullable: true, description: 'At a desk: number of the sheet that both signed.' })
  readonly sheet?: string;

  @IsOptional()
  @Length(1, noteMax)
  @Field(() => String, { nullable: true })
  readonly note?: string;
}

@InputType({ isAbstract: true })
abstract class OneExchangeInput extends VersionedInput {
  @IsOptional()
  @MaxLength(100)
  @Field(() => ID, { nullable: true, description: actingFor })
  readonly actingFor?: string;

  @MaxLength(100)
  @Field(() => ID)
  readonly exchange!: string;
}

@InputType()
export class ConfirmExchangeInput extends OneExchangeInput {
  @IsOptional()
  @MaxLength(codeMax)
  @Field(() => String, { nullable: true, description: 'At a desk: number of the paper that this side signed.' })
  readonly sheet?: string;
}

@InputType()
export class DeclineExchangeInput extends OneExchangeInput {
  @MaxLength(noteMax)
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class AnswerExchangeInput extends OneExchangeInput {
  @Min(-minutesMax)
  @Max(minutesMax)
  @Field(() => Minutes)
  readonly minutes!: number;

  @IsOptional()
  @Min(-minutesMax)
  @Max(minutesMax)
  @Field(() => Minutes, { nullable: true })
  readonly travelMinutes?: number;

  @IsOptional()
  @Length(1, noteMax)
  @Field(() => String, { nullable: true })
  readonly answer?: string;
}

@InputType()
export class WithdrawExchangeInput extends OneExchangeInput {}
