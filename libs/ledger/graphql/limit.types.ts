import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { minutes } from '#kernel';
import { Minutes } from '#api';

/** Far beyond any balance: what is outside was typed by mistake. */
const limitMinutesMax = 10_000_000;

export const LimitKind = { NONE: 'none', SOFT: 'soft', HARD: 'hard' } as const;
export type LimitKind = (typeof LimitKind)[keyof typeof LimitKind];
registerEnumType(LimitKind, {
  name: 'LimitKind',
  description: 'A soft limit warns, a hard one refuses; none is chosen, never assumed.',
});

/** A limit as a view or a record gives it. */
export type PlainLimit =
  { readonly kind: 'none' } | { readonly kind: 'soft' | 'hard'; readonly minutes: ReturnType<typeof minutes> };

@ObjectType()
export class Limit {
  @Field(() => LimitKind)
  readonly kind!: LimitKind;
  @Field(() => Minutes, { nullable: true })
  readonly minutes?: number;
}

@InputType()
export class LimitInput {
  @Field(() => LimitKind)
  readonly kind!: LimitKind;

  @IsOptional()
  @Min(-limitMinutesMax)
  @Max(limitMinutesMax)
  @Field(() => Minutes, { nullable: true, description: 'Asked for unless the kind is NONE.' })
  readonly minutes?: number;
}

export function limitFrom({ kind, minutes: asked = 0 }: LimitInput): PlainLimit {
  return kind === 'none' ? { kind } : { kind, minutes: minutes(asked) };
}
