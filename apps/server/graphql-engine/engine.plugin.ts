import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { answer } from './answer.js';
import type { EngineOptions } from './engine-options.js';
import type { Operations } from './operations.js';
import type { AskedContext } from './request-context.js';

/** Answers in Apollo's place once Apollo has parsed and validated, on operations that are compiled when they come back. */
export function enginePlugin({
  operations,
  trusted,
  rates,
}: Pick<EngineOptions, 'operations' | 'trusted' | 'rates'>): ApolloServerPlugin<AskedContext> {
  return {
    serverWillStart({ schema }) {
      for (const text of trusted) trust(operations, schema, text);
      return Promise.resolve();
    },
    requestDidStart() {
      return Promise.resolve({
        async responseForOperation({ schema, source, document, request, contextValue }) {
          operations.learn(schema, source, document);
          const operation = operations.find(source, request.operationName);
          if (!operation) return null;
          const { status, headers, result } = await answer(operation, request.variables ?? {}, contextValue, rates);
          return { http: { status, headers: new HeaderMap(headers) }, body: { kind: 'single', singleResult: result } };
        },
        /** What cannot be read, or is not valid, counts as one. */
        didEncounterErrors({ contextValue }) {
          rates.take(contextValue, 1);
          return Promise.resolve();
        },
      });
    },
  };
}

function trust(operations: Operations, schema: GraphQLSchema, text: string): void {
  const document = parse(text);
  const [mistake] = validate(schema, document);
  if (mistake) throw new Error(`a trusted document does not fit the schema: ${mistake.message}`);
  operations.trust(schema, text, document);
}
