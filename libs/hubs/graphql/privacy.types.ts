import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { IdempotentInput, LocalDate, Payload } from '#api';

const idMax = 100;
const titleMax = 400;
const textMax = 60_000;

@InputType()
export class IssuePrivacyNoticeInput extends IdempotentInput {
  @MaxLength(idMax)
  @Field(() => ID)
  readonly network!: string;

  @MaxLength(idMax)
  @Field(() => String, { description: 'Names this edition for ever: `2026-2`.' })
  readonly privacyNotice!: string;

  @Field(() => LocalDate)
  readonly from!: string;

  @MaxLength(titleMax)
  @Field(() => String, { description: 'In Italian.' })
  readonly title!: string;

  @IsOptional()
  @MaxLength(titleMax)
  @Field(() => String, { nullable: true })
  readonly titleInEnglish?: string;

  @MaxLength(textMax)
  @Field(() => String, { description: 'In Italian; plain text, a blank line between paragraphs.' })
  readonly text!: string;

  @IsOptional()
  @MaxLength(textMax)
  @Field(() => String, { nullable: true })
  readonly textInEnglish?: string;
}

@ObjectType({ description: 'An edition of what people read before their data are kept.' })
export class PrivacyNotice {
  @Field(() => String)
  readonly privacyNotice!: string;
  @Field(() => LocalDate, { description: 'It holds from this day.' })
  readonly from!: string;
  @Field(() => String, { description: "In the reader's language, or in Italian." })
  readonly title!: string;
  @Field(() => String)
  readonly text!: string;
}

@ObjectType()
export class PrivacyNoticePayload extends Payload {
  @Field(() => PrivacyNotice, { nullable: true })
  readonly notice?: PrivacyNotice;
}

@InputType()
export class SetRetentionInput extends IdempotentInput {
  @MaxLength(idMax)
  @Field(() => ID)
  readonly network!: string;

  @Field(() => Int, { description: 'From 6 to 120.' })
  readonly monthsAfterLastActivity!: number;

  @Field(() => Int, { description: 'From 30 to 3650.' })
  readonly readLogDays!: number;
}

@ObjectType({ description: 'For how long a network keeps what nobody needs any more.' })
export class Retention {
  @Field(() => Int, { description: "After so many months without a record of theirs, a member's erasure is proposed." })
  readonly monthsAfterLastActivity!: number;
  @Field(() => Int, { description: "So many days it is kept who read a member's account." })
  readonly readLogDays!: number;
}

@ObjectType()
export class RetentionPayload extends Payload {
  @Field(() => Retention, { nullable: true })
  readonly retention?: Retention;
}
