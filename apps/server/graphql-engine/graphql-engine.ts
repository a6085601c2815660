import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { EngineOptions } from './engine-options.js';
import { enginePlugin } from './engine.plugin.js';
import { formatError } from './format-error.js';
import { readPlainFieldsInPlace } from './plain-fields.js';

const tokensMax = 1000;

/** Apollo on Fastify, with our engine inside (ADR 4). */
export function graphqlEngine(options: EngineOptions): DynamicModule {
  const { contextOf, production } = options;
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: readPlainFieldsInPlace,
    fieldResolverEnhancers: [],
    graphiql: false,
    playground: false,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxLexicalTokens: tokensMax },
    autoTransformHttpErrors: false,
    preserveHttpStatusForExecutionErrors: false,
    formatError,
    context: contextOf,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), enginePlugin(options)],
  });
}
