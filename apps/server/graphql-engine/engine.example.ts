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
import { ActorGuard } from '#identity';
import { NotFound, StoreUnavailable, type PersonId } from '#kernel';
import type { EngineOptions } from './engine-options.js';
import { openFrontDoor } from './front-door.js';
import { graphqlEngine } from './graphql-engine.js';
import { answerKnownDocuments } from './known-documents.js';
import { OperationRates } from './operation-rates.js';
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
  /** How often anything was resolved that would have asked a store. */
  static reached = 0;

  @Query(() => [Row])
  rows(@Args() { first = 3 }: PageArgs, @CurrentReader() { person }: Reader): readonly Row[] {
    EchoResolver.reached += 1;
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
    EchoResolver.reached += 1;
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
const identity: Parameters<typeof contextFrom>[0] = {
  of: ({ headers: { authorization } }) =>
    Promise.resolve(authorization === 'Bearer carla' ? { person: carla, powers: 'all' } : undefined),
};

export interface Example {
  readonly url: string;
  /** How often a resolver of a root field was reached so far. */
  readonly reached: () => number;
  /** How many requests came as far as Fastify so far. */
  readonly behindTheDoor: () => number;
  readonly close: () => Promise<void>;
}

/** A server with the whole engine and a schema of its own. */
export async function startExample(options: {
  readonly production: boolean;
  readonly trusted?: readonly string[];
  readonly rates?: OperationRates;
}): Promise<Example> {
  const engine: EngineOptions = {
    operations: new Operations(),
    contextOf: contextFrom(identity),
    rates: new OperationRates({ personPerMinute: 0, strangersPerMinute: 0 }),
    trusted: [],
    ...options,
  };

  @Module({
    imports: [graphqlEngine(engine)],
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
  const fastify = adapter.getInstance();
  let behindTheDoor = 0;
  fastify.addHook('onRequest', (_request, _reply, done) => {
    behindTheDoor += 1;
    done();
  });
  answerKnownDocuments(fastify, engine);
  openFrontDoor(fastify, engine, { everywhere: () => ({}), toPage: () => Promise.resolve({}) });
  await app.listen(0, '127.0.0.1');
  return {
    url: `${await app.getUrl()}/graphql`,
    reached: () => EchoResolver.reached,
    behindTheDoor: () => behindTheDoor,
    close: () => app.close(),
  };
}
