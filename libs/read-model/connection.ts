import { Client, type ClientBase } from 'pg';

/**
 * The projector need not wait for the disk: rows and checkpoint go in one transaction, so what a crash of PostgreSQL
 * takes away is folded again from the events, which are always waited for.
 */
const optionsOf = {
  reciproca_app: '-c role=reciproca_app',
  reciproca_projector: '-c role=reciproca_projector -c synchronous_commit=off',
} as const;

/**
 * A connection of its own in one of the two roles; without a role it is the login user's, who owns the tables. Where it is
 * lost, whoever asks something is told: nobody else need listen, and the process goes on.
 */
export async function connect(
  databaseUrl: string,
  role?: 'reciproca_app' | 'reciproca_projector',
  further = '',
): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    ...(role && { options: `${optionsOf[role]} ${further}` }),
  });
  client.on('error', () => undefined); // the query under way rejects, or the next one does
  await client.connect();
  return client;
}

export async function transaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // the first error is the one that matters
    throw error;
  }
}
