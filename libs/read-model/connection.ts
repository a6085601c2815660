import { Client, type ClientBase } from 'pg';

/** A connection of its own in one of the two roles; without a role it is the login user's, who owns the tables. */
export async function connect(databaseUrl: string, role?: 'reciproca_app' | 'reciproca_projector'): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, ...(role && { options: `-c role=${role}` }) });
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
