import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { DateTime, IdempotentInput, Payload } from '#api';

@InputType()
export class IssueSignInCodeInput extends IdempotentInput {
  @MaxLength(100)
  @Field(() => ID, { description: 'A member of your hubs who has no e-mail address.' })
  readonly member!: string;
}

@ObjectType({ description: 'To be printed and handed over. Used once, on a page of the hub, with the member number.' })
export class SignInCode {
  @Field(() => String, { description: 'In two groups, as it is printed. Nobody can read it again.' })
  readonly code!: string;

  @Field(() => Int)
  readonly memberNumber!: number;

  @Field(() => DateTime)
  readonly validUntil!: string;
}

@ObjectType()
export class SignInCodePayload extends Payload {
  @Field(() => SignInCode, { nullable: true })
  readonly signInCode?: SignInCode;
}
