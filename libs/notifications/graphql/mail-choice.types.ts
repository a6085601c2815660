import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IdempotentInput, Payload } from '#api';

export const OptionalMail = { REMINDER: 'reminder', HOURS_MOVED: 'hours-moved' } as const;
export type OptionalMail = (typeof OptionalMail)[keyof typeof OptionalMail];
registerEnumType(OptionalMail, {
  name: 'OptionalMail',
  description: 'Mails that their reader may do without. That it is your turn to confirm is always told.',
});

@ObjectType({ description: 'A kind of mail, and whether you want it.' })
export class MailChoice {
  @Field(() => OptionalMail)
  readonly kind!: OptionalMail;
  @Field(() => Boolean)
  readonly wanted!: boolean;
}

@InputType()
export class ChooseMailInput extends IdempotentInput {
  @Field(() => OptionalMail)
  readonly kind!: OptionalMail;
  @Field(() => Boolean, { description: 'False turns it off.' })
  readonly wanted!: boolean;
}

@ObjectType()
export class ChooseMailPayload extends Payload {
  @Field(() => [MailChoice], { nullable: true })
  readonly mails?: readonly MailChoice[];
}
