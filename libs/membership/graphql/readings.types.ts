import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, connectionType } from '#api';
import { Member } from '#ledger';

export const ReadingKind = {
  ACCOUNT: 'account',
  STATEMENT: 'statement',
  EXCHANGES: 'exchanges',
  CODE_PRINTED: 'code-printed',
  CONTACT_CHANGED: 'contact-changed',
} as const;
export type ReadingKind = (typeof ReadingKind)[keyof typeof ReadingKind];
registerEnumType(ReadingKind, { name: 'ReadingKind' });

@ObjectType({
  description:
    "Somebody who keeps the bank looked at a member's hours by a role, printed a code for the member or changed the member's address.",
})
export class Reading {
  @Field(() => ReadingKind)
  readonly kind!: ReadingKind;
  @Field(() => Member, { description: 'Whose.' })
  readonly member!: Member;
  @Field(() => ID, { description: 'The person who did.' })
  readonly by!: string;
  @Field(() => DateTime, { description: 'The minute in which it was, told once however often.' })
  readonly minute!: string;
}
export const ReadingConnection = connectionType('Reading', Reading);
