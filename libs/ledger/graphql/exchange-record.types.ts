import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, Minutes } from '#api';
import { Member } from './member.types.js';

export const ExchangeAct = {
  LOGGED: 'logged',
  ANSWERED: 'answered',
  CONFIRMED: 'confirmed',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
  SHEET: 'sheet',
  IMPORTED: 'imported',
} as const;
export type ExchangeAct = (typeof ExchangeAct)[keyof typeof ExchangeAct];
registerEnumType(ExchangeAct, { name: 'ExchangeAct', description: 'What was done with an exchange.' });

@ObjectType({ description: 'One record of an exchange.' })
export class ExchangeRecord {
  @Field(() => ExchangeAct)
  readonly act!: ExchangeAct;
  @Field(() => DateTime)
  readonly at!: string;
  @Field(() => Minutes, { description: 'Time given, as it stood then.' })
  readonly minutes!: number;
  @Field(() => Boolean)
  readonly byYou!: boolean;
  /** Opaque id of the person; who that is, the context that knows persons says. */
  readonly person?: string;
  @Field(() => Member, { nullable: true, description: 'For whom a delegate did it.' })
  readonly actedFor?: Member;
  @Field(() => String, { nullable: true, description: 'The reason of a refusal, or what came with other minutes.' })
  readonly words?: string;
  @Field(() => String, { nullable: true, description: 'Number of the signed paper.' })
  readonly sheet?: string;
}
