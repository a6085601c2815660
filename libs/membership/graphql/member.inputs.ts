import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { IdempotentInput, LocalDate, Payload } from '#api';

const textMax = 300;

export const PersonLanguage = { IT: 'it', EN: 'en' } as const;
export type PersonLanguage = (typeof PersonLanguage)[keyof typeof PersonLanguage];
registerEnumType(PersonLanguage, { name: 'PersonLanguage', description: 'In which a person is written to.' });

@InputType({ description: 'Somebody nobody knows yet, by name; or a person the bank knows already.' })
export class AdmitMemberInput extends IdempotentInput {
  @MaxLength(100)
  @Field(() => ID)
  readonly bank!: string;

  @MaxLength(100)
  @Field(() => ID)
  readonly hub!: string;

  @Field(() => LocalDate, { description: 'Member since this day.' })
  readonly since!: string;

  @IsOptional()
  @MaxLength(100)
  @Field(() => ID, { nullable: true, description: 'Of a person known to the bank; then without a name.' })
  readonly person?: string;

  @IsOptional()
  @MaxLength(textMax)
  @Field(() => String, { nullable: true })
  readonly displayName?: string;

  @IsOptional()
  @MaxLength(textMax)
  @Field(() => String, { nullable: true })
  readonly email?: string;

  @IsOptional()
  @Field(() => PersonLanguage, { nullable: true })
  readonly language?: PersonLanguage;
}

@InputType()
export class ChangeEmailInput extends IdempotentInput {
  @IsOptional()
  @MaxLength(100)
  @Field(() => ID, { nullable: true, description: 'Whose, for a coordinator; your own when left out.' })
  readonly member?: string;

  @MaxLength(textMax)
  @Field(() => String, { description: 'Where the person is written to and signs in.' })
  readonly email!: string;
}

@ObjectType()
export class ChangeEmailPayload extends Payload {
  @Field(() => String, { nullable: true, description: "A member's, from now on." })
  readonly email?: string;
  @Field(() => String, { nullable: true, description: 'Your own holds once you hand this to `confirmEmail`.' })
  readonly challenge?: string;
  @Field(() => Int, { nullable: true, description: 'So long the code that was sent there holds.' })
  readonly lifeSeconds?: number;
}

@InputType()
export class ConfirmEmailInput extends IdempotentInput {
  @MaxLength(textMax)
  @Field(() => String, { description: 'The same as in `changeEmail`.' })
  readonly email!: string;

  @MaxLength(textMax)
  @Field(() => String, { description: 'From `changeEmail`.' })
  readonly challenge!: string;

  @MaxLength(textMax)
  @Field(() => String, { description: 'That was sent to the new address, as it was typed.' })
  readonly code!: string;
}

@ObjectType()
export class ConfirmEmailPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Where you are written to and sign in from now on.' })
  readonly email?: string;
}

@InputType()
export class RenameMemberInput extends IdempotentInput {
  @MaxLength(textMax)
  @Field(() => String, { description: 'What you are called, in every bank.' })
  readonly displayName!: string;
}

@ObjectType()
export class RenameMemberPayload extends Payload {
  @Field(() => String, { nullable: true })
  readonly displayName?: string;
}
