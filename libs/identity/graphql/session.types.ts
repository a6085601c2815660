import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '#api';

export const SessionPlace = { CONSOLE: 'console', EMBEDDED: 'embedded' } as const;
registerEnumType(SessionPlace, { name: 'SessionPlace', description: 'The console, or a page with a hub’s client.' });

export const SignedInBy = { CODE: 'code', PRINTED_CODE: 'printed-code', PROVIDER: 'provider' } as const;
registerEnumType(SignedInBy, {
  name: 'SignedInBy',
  description: 'A code by e-mail, a code on paper, another service.',
});

@ObjectType({ description: 'Where you are signed in. `POST /auth/sign-out` with its id ends it.' })
export class Session {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Boolean, { description: 'The one that asks.' })
  readonly isCurrent!: boolean;

  @Field(() => SessionPlace)
  readonly place!: (typeof SessionPlace)[keyof typeof SessionPlace];

  @Field(() => ID, { nullable: true, description: 'The hub whose client it is.' })
  readonly hub?: string;

  @Field(() => String, { nullable: true, description: 'The web origin of the page.' })
  readonly origin?: string;

  @Field(() => SignedInBy)
  readonly signedInBy!: (typeof SignedInBy)[keyof typeof SignedInBy];

  @Field(() => String, { description: 'A word for the browser and one for the system; empty if unknown.' })
  readonly agent!: string;

  @Field(() => DateTime)
  readonly openedAt!: string;

  @Field(() => DateTime, { description: 'When it was last prolonged.' })
  readonly seenAt!: string;

  @Field(() => DateTime, { description: 'It is over then, whatever is done.' })
  readonly endsAt!: string;
}
