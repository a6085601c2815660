import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, connectionType } from '#api';
import { Member } from './member.types.js';

export const ActKind = {
  MEMBER_ADMITTED: 'MemberAdmitted',
  MEMBER_SUSPENDED: 'MemberSuspended',
  MEMBER_READMITTED: 'MemberReadmitted',
  MEMBER_ERASED: 'MemberErased',
  LIMITS_SET: 'LimitsSet',
  MANDATE_GIVEN: 'MandateGiven',
  MANDATE_ENDED: 'MandateEnded',
  ROLE_GRANTED: 'RoleGranted',
  ROLE_REVOKED: 'RoleRevoked',
  EXCHANGE_LOGGED: 'ExchangeLogged',
  EXCHANGE_ANSWERED: 'ExchangeAnswered',
  EXCHANGE_POSTED: 'ExchangePosted',
  EXCHANGE_DECLINED: 'ExchangeDeclined',
  EXCHANGE_WITHDRAWN: 'ExchangeWithdrawn',
} as const;
export type ActKind = (typeof ActKind)[keyof typeof ActKind];
registerEnumType(ActKind, { name: 'ActKind' });

@ObjectType({ description: 'Something that was done by a role.' })
export class Act {
  @Field(() => ActKind)
  readonly kind!: ActKind;
  @Field(() => ID, { description: 'The person who did it.' })
  readonly by!: string;
  @Field(() => DateTime)
  readonly recordedAt!: string;
  @Field(() => Int, { description: 'Number of the record in the journal.' })
  readonly record!: number;
  @Field(() => Member, {
    nullable: true,
    description: 'Whom it concerns; of an exchange, one of the two. Null where a role is concerned.',
  })
  readonly member?: Member;
}
export const ActConnection = connectionType('Act', Act);
