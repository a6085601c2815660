import type { GraphQLFormattedError } from 'graphql';

/** Errors that Apollo answers with before anything is run: all but its own faults are the asker's. */
export function formatError({ message, locations, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR') {
    return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } };
  }
  return { message, ...(locations ? { locations } : {}), extensions: { code: 'BAD_USER_INPUT' } };
}
