import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { DateTime, IdempotentInput, LocalDate, Payload } from '#api';

export const ErasureGround = {
  OWN_WISH: 'own-wish',
  SIGNED_WISH: 'signed-wish',
  RETENTION: 'retention',
  ORDER: 'order',
} as const;
export type ErasureGround = (typeof ErasureGround)[keyof typeof ErasureGround];
registerEnumType(ErasureGround, {
  name: 'ErasureGround',
  description: 'Members have an own wish; administrators a signed one, an order, or a time of keeping that is over.',
});

@InputType()
export class EraseMemberInput extends IdempotentInput {
  @MaxLength(100)
  @Field(() => ID)
  readonly account!: string;

  @Field(() => ErasureGround)
  readonly ground!: ErasureGround;

  @IsOptional()
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'Number of the signed paper or of the order: `12/2026`.' })
  readonly document?: string;
}

@InputType()
export class EraseMeInput extends IdempotentInput {
  @MaxLength(40)
  @Field(() => String, { description: 'CANCELLA or ERASE, written by whoever means it.' })
  readonly confirmation!: string;
}

@ObjectType({ description: 'A record that stays: it says that somebody was erased, by opaque ids.' })
export class ErasureRecord {
  @Field(() => ID, { nullable: true, description: 'Null for the record about the person.' })
  readonly bank?: string;
  @Field(() => Int, { description: 'Of the record in its journal, or in what is recorded of the person.' })
  readonly number!: number;
}

@ObjectType({ description: 'What was destroyed, by which records, and when the last copy of a key is gone.' })
export class ErasureCertificate {
  @Field(() => DateTime)
  readonly erasedAt!: string;
  @Field(() => [ErasureRecord])
  readonly records!: readonly ErasureRecord[];
  @Field(() => LocalDate, { description: 'From this day on no backup holds a key.' })
  readonly keyBackupsLapseOn!: string;
  @Field(() => String, { description: "In the reader's language." })
  readonly text!: string;
  @Field(() => String, { description: 'The same as a page to print.' })
  readonly html!: string;
}

@ObjectType()
export class ErasurePayload extends Payload {
  @Field(() => ErasureCertificate, { nullable: true })
  readonly certificate?: ErasureCertificate;
}

@ObjectType({ description: 'A member of the bank who was erased.' })
export class MemberErasure {
  @Field(() => ID)
  readonly account!: string;
  @Field(() => DateTime)
  readonly erasedAt!: string;
  @Field(() => String, { description: 'own-wish, signed-wish, retention, order or register.' })
  readonly ground!: string;
  @Field(() => String, { nullable: true })
  readonly document?: string;
  @Field(() => Int, { description: 'Of the record in the journal.' })
  readonly number!: number;
}
