import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { readPlainFieldsInPlace } from './plain-fields.js';

/** As Nest makes them. */
function reading(property: string, defaultValue?: string): (root: Record<string, unknown>) => unknown {
  const rootFieldResolver = (root: Record<string, unknown>): unknown => root[property] ?? defaultValue;
  return rootFieldResolver;
}

test('only what reads the property of its own name, and nothing where there is none, is read in place', () => {
  const own = (root: Record<string, unknown>): unknown => root['worked'];
  const fields = {
    plain: { type: GraphQLString, resolve: reading('plain') },
    renamed: { type: GraphQLString, resolve: reading('other') },
    defaulted: { type: GraphQLString, resolve: reading('defaulted', 'none') },
    worked: { type: GraphQLString, resolve: own },
  };
  const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) });

  const read = readPlainFieldsInPlace(schema).getQueryType()?.getFields() ?? {};

  expect(Object.keys(read).filter((name) => read[name]?.resolve === undefined)).toEqual(['plain']);
});
