import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Args, Field, InputType, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Length } from 'class-validator';
import {
  CurrentReader,
  InputPipe,
  Minutes,
  Node,
  PageArgs,
  Payload,
  IdempotentInput,
  answered,
  type Reader,
} from '#api';
import { ActorGuard, type Tokens } from '#identity';
import { NotFound, StoreUnavailable, type PersonId } from '#kernel';
import { graphqlEngine } from './graphql-engine.js';
import { answerKnownDocuments } from './known-documents.js';
import { Operations } from './operations.js';
import { PlainErrors } from './plain-errors.filter.js';
import { contextFrom } from './request-context.js';

@InputType()
class EchoInput extends IdempotentInput {
  @Length(2, 10)
  @Field(() => String)
  readonly text!: string;
}

@ObjectType()
class EchoPayload extends Payload {
  @Field(() => String, { nullable: true })
  readonly text?: string;
}

@ObjectType()
class Row {
  @Field(() => String)
  readonly person!: string;
  @Field(() => Minutes)
  readonly minutes!: number;
  @Field(() => [Row])
  readonly rows!: readonly Row[];
}

/** What the engine's tests ask: each kind of answer once, without any store. */
@Resolver(() => Row)
class EchoResolver {
  @Query(() => [Row])
  rows(@Args() { first = 3 }: PageArgs, @CurrentReader() { person }: Reader): readonly Row[] {
    return Array.from({ length: first }, (_, minutes) => ({ person, minutes, rows: [] }));
  }

  @ResolveField(() => [Row])
  rowsBelow(@Parent() row: Row, @Args() { first = 2 }: PageArgs): readonly Row[] {
    return Array.from({ length: first }, () => row);
  }

  @Query(() => Node, { nullable: true })
  node(): Node {
    throw new StoreUnavailable();
  }

  @Query(() => String, { nullable: true })
  fault(@Args('kind') kind: string): string {
    if (kind === 'unavailable') throw new StoreUnavailable();
    throw new Error(`secret inside: ${kind}`);
  }

  @Mutation(() => EchoPayload)
  echo(@Args('input') { text }: EchoInput, @CurrentReader() reader: Reader) {
    return answered(
      reader,
      () =>
        text === 'nobody'
          ? Promise.resolve({ accepted: false, refusal: new NotFound() } as const)
          : Promise.resolve({ accepted: true, records: [], position: 7n } as const),
      () => ({ text }),
    );
  }
}

export const carla = '5f0e9c1a-7c1b-8a52-9d57-3a2f0c5d6e7f' as PersonId;

/** One token, one person. */
const tokens: Tokens = {
  issue: () => Promise.resolve('carla'),
  personOf: (token) => Promise.resolve(token === 'carla' ? carla : undefined),
};

export interface Example {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A server with the whole engine and a schema of its own. */
export async function startExample(options: {
  readonly production: boolean;
  readonly trusted?: readonly string[];
}): Promise<Example> {
  const operations = new Operations();
  const contextOf = contextFrom(tokens);

  @Module({
    imports: [graphqlEngine({ operations, contextOf, trusted: [], ...options })],
    providers: [
      EchoResolver,
      { provide: APP_GUARD, useClass: ActorGuard },
      { provide: APP_PIPE, useClass: InputPipe },
      { provide: APP_FILTER, useClass: PlainErrors },
    ],
  })
  class ExampleModule {}

  const adapter = new FastifyAdapter({ bodyLimit: 100 * 1024 });
  const app = await NestFactory.create<NestFastifyApplication>(ExampleModule, adapter, { logger: false });
  answerKnownDocuments(adapter.getInstance(), operations, contextOf);
  await app.listen(0, '127.0.0.1');
  return { url: `${await app.getUrl()}/graphql`, close: () => app.close() };
}
