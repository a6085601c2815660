import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { DateTime, IdempotentInput, Payload } from '#api';

const idMax = 100;

export const ConsentPurpose = { BEING_LISTED: 'being-listed', BEING_WRITTEN_TO: 'being-written-to' } as const;
export type ConsentPurpose = (typeof ConsentPurpose)[keyof typeof ConsentPurpose];
registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What only happens to people who said yes: to be listed in public, to be written to beyond their hours.',
});

@InputType({ isAbstract: true })
abstract class SaidInput extends IdempotentInput {
  @MaxLength(idMax)
  @Field(() => ID)
  readonly network!: string;

  @IsOptional()
  @MaxLength(idMax)
  @Field(() => ID, { nullable: true, description: 'At a desk: the account of the member who signed; else it is you.' })
  readonly member?: string;

  @IsOptional()
  @MaxLength(idMax)
  @Field(() => String, { nullable: true, description: 'At a desk: the number of the signed paper.' })
  readonly document?: string;
}

@InputType()
export class AcknowledgeNoticeInput extends SaidInput {
  @MaxLength(idMax)
  @Field(() => String, { description: 'The edition that was read.' })
  readonly privacyNotice!: string;
}

@InputType()
export class SetConsentInput extends SaidInput {
  @Field(() => ConsentPurpose)
  readonly purpose!: ConsentPurpose;

  @Field(() => Boolean, { description: 'False withdraws it.' })
  readonly given!: boolean;
}

@ObjectType()
export class PrivacyPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The network it was said to.' })
  readonly network?: string;
}

@ObjectType({ description: 'Something that a person said about a notice or a consent.' })
export class PrivacyRecord {
  @Field(() => ID)
  readonly network!: string;
  @Field(() => String, { description: 'The edition of a notice, or the purpose of a consent.' })
  readonly subject!: string;
  @Field(() => String, { description: 'acknowledged, given or withdrawn.' })
  readonly kind!: string;
  @Field(() => String, { description: 'screen or paper.' })
  readonly how!: string;
  @Field(() => String, { nullable: true })
  readonly document?: string;
  @Field(() => DateTime)
  readonly saidAt!: string;
}

@ObjectType({ description: 'What a person is consulted about, as it stands.' })
export class Consent {
  @Field(() => ID)
  readonly network!: string;
  @Field(() => ConsentPurpose)
  readonly purpose!: ConsentPurpose;
  @Field(() => Boolean)
  readonly given!: boolean;
}

@ObjectType({ description: 'Your notices and consents.' })
export class Privacy {
  @Field(() => [PrivacyRecord], { description: 'The oldest first.' })
  readonly records!: readonly PrivacyRecord[];
  @Field(() => [Consent], { description: 'As they stand; what is not here was never asked, which is no.' })
  readonly consents!: readonly Consent[];
}
