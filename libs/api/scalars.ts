import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { isLocalDate } from '#kernel';

function wholeMinutes(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError('Minutes are a whole number.');
}

/** Whole minutes; never a fraction of an hour. */
export const Minutes = new GraphQLScalarType<number, number>({
  name: 'Minutes',
  description: 'Whole minutes, signed. Never a fraction of an hour, never a formatted text.',
  serialize: wholeMinutes,
  parseValue: wholeMinutes,
  parseLiteral(node) {
    if (node.kind === Kind.INT) return wholeMinutes(Number(node.value));
    throw new GraphQLError('Minutes are a whole number.', { nodes: node });
  },
});

/** What we wrote was checked as it was written; what comes in is checked as ever. */
function asWritten(scalar: GraphQLScalarType): GraphQLScalarType {
  return new GraphQLScalarType({ ...scalar.toConfig(), serialize: String });
}

/** RFC 3339, in UTC. */
export const DateTime = asWritten(GraphQLDateTime);

/** A day without a time: `2026-03-31`. Every command brings one: a day that exists is known without making a date of it. */
export const LocalDate = new GraphQLScalarType({
  ...asWritten(GraphQLLocalDate).toConfig(),
  parseValue: (value) => (typeof value === 'string' && isLocalDate(value) ? value : GraphQLLocalDate.parseValue(value)),
});
