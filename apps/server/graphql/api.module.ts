import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { InputPipe } from '#api';
import { HubsModule } from '#hubs';
import { ActorGuard } from '#identity';
import type { EngineOptions } from '../graphql-engine/engine-options.js';
import { graphqlEngine } from '../graphql-engine/graphql-engine.js';
import { PlainErrors } from '../graphql-engine/plain-errors.filter.js';
import { resolvers } from './resolvers.js';

/** The door to the world: every context's verbs and fields, behind one guard, one check of inputs and one way to say errors. */
@Module({})
export class ApiModule {
  static of(options: EngineOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [graphqlEngine(options), HubsModule],
      providers: [
        ...resolvers,
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useClass: PlainErrors },
      ],
    };
  }
}
