import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Matches, Min } from 'class-validator';
import { Refusal, type AnyEvent, type Position, type Recorded, type Verdict } from '#kernel';
import { ErrorCode, wordsOf } from './error-codes.js';
import type { Reader } from './reader.js';
import { say } from './words.js';

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'Rules that may forbid a verb; docs/errors.md says when.',
});

@ObjectType({ description: 'A rule that forbids what was asked. Expected: nothing has changed.' })
export class UserError {
  @Field(() => String, { nullable: true, description: 'The field of the input it is about.' })
  readonly field?: string;

  @Field(() => ErrorCode)
  readonly code!: string;

  @Field(() => String, { description: 'In the language of the Accept-Language header: Italian or English.' })
  readonly message!: string;
}

/** What every mutation answers beside its entity. */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => [UserError], { description: 'Empty when it was done.' })
  readonly userErrors!: readonly UserError[];

  @Field(() => String, {
    nullable: true,
    description: 'Hand it to `viewer(minPosition:)` to read what was written, or what forbids it.',
  })
  readonly position?: string;
}

@InputType({ isAbstract: true })
export abstract class IdempotentInput {
  @Matches(/^[A-Za-z0-9_-]{8,64}$/)
  @Field(() => String, { description: 'Of your choosing, `[A-Za-z0-9_-]{8,64}`: the same key twice is one request.' })
  readonly idempotencyKey!: string;
}

/** A change of something that others may be changing too. */
@InputType({ isAbstract: true })
export abstract class VersionedInput extends IdempotentInput {
  @IsOptional()
  @Min(0)
  @Field(() => Int, { nullable: true, description: 'The `version` you saw; refused if it moved since.' })
  readonly expectedVersion?: number;
}

/** A change by whoever keeps the bank or the network: nobody decides on what they have not seen. */
@InputType({ isAbstract: true })
export abstract class KeeperInput extends IdempotentInput {
  @Min(0)
  @Field(() => Int, { description: 'The `version` you saw; refused if it moved since.' })
  readonly expectedVersion!: number;
}

/** What a mutation answers when a rule forbids it: the entity is absent. */
export interface Refused {
  readonly userErrors: readonly UserError[];
  readonly position?: string;
}
export type Answered<P extends Payload, Entity extends keyof P> = Promise<
  (Payload & Required<Pick<P, Entity>>) | Refused
>;

/** What is answered about beside the payload's own fields: it never says those. */
type Beside = object & { readonly [Field in keyof Payload]?: never };

/**
 * A verdict as GraphQL says it: the entity from the write side, or the rule that forbids it.
 * Trouble that passes is no verdict: the whole request is UNAVAILABLE, and may be sent again under the same key.
 */
export async function answered<E extends AnyEvent, Entity extends Beside>(
  reader: Reader,
  work: () => Promise<Verdict<E>>,
  entityOf: (records: readonly Recorded<E>[]) => Entity,
): Promise<(Entity & Payload) | Refused> {
  return answeredWhole(reader, work, ({ records }) => entityOf(records));
}

type Done = { readonly accepted: true; readonly position: Position };
type NotDone = { readonly accepted: false; readonly refusal: Refusal; readonly position?: Position };

/** The same where an answer says more than the records of one stream do. */
export async function answeredWhole<Accepted extends Done, Entity extends Beside>(
  reader: Reader,
  work: () => Promise<Accepted | NotDone>,
  entityOf: (done: Accepted) => Entity,
): Promise<(Entity & Payload) | Refused> {
  try {
    const verdict = await work();
    if (!verdict.accepted) return refused(verdict.refusal, reader, verdict.position);
    return { userErrors: [], position: String(verdict.position), ...entityOf(verdict) };
  } catch (trouble) {
    if (trouble instanceof Refusal) return refused(trouble, reader);
    throw trouble;
  }
}

/** What is no record's doing: the answer, or the rule that forbids it. */
export async function unlessRefused<Answer extends object>(
  reader: Reader,
  work: () => Promise<Answer>,
): Promise<(Answer & Payload) | Refused> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (trouble) {
    if (trouble instanceof Refusal) return refused(trouble, reader);
    throw trouble;
  }
}

function refused(refusal: Refusal, { language }: Reader, position?: Position): Refused {
  if (refusal.retryable) throw refusal;
  const { code, field, facts } = refusal;
  const message = say(wordsOf(code), facts, language);
  return {
    userErrors: [{ code, message, ...(field === undefined ? {} : { field }) }],
    ...(position !== undefined && { position: String(position) }),
  };
}
