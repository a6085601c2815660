import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { InputPipe } from '#api';
import { hubsResolvers } from '#hubs';
import { ActorGuard } from '#identity';
import { ledgerResolvers } from '#ledger';
import { membershipResolvers } from '#membership';
import { graphqlEngine, type EngineOptions } from '../graphql-engine/graphql-engine.js';
import { PlainErrors } from '../graphql-engine/plain-errors.filter.js';
import { NodeResolver } from './node.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';

/** The door to the world: every context's verbs and fields, behind one guard, one check of inputs and one way to say errors. */
@Module({})
export class ApiModule {
  static of(options: EngineOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [graphqlEngine(options)],
      providers: [
        ViewerResolver,
        NodeResolver,
        ...ledgerResolvers,
        ...membershipResolvers,
        ...hubsResolvers,
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useClass: PlainErrors },
      ],
    };
  }
}
