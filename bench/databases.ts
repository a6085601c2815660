import pg from 'pg';

/** Makes databases in the benchmark's own cluster. */
export class Databases {
  constructor(private readonly serverUrl: string) {}

  /** @param template a database that nobody is connected to, to be copied with all that is in it */
  async create(name: string, template?: string): Promise<string> {
    await withClient(this.serverUrl, async (client) => {
      await client.query(
        `create database ${name}${template === undefined ? '' : ` template ${template} strategy file_copy`}`,
      );
    });
    return urlOf(this.serverUrl, name);
  }

  async drop(name: string): Promise<void> {
    await withClient(this.serverUrl, async (client) => {
      await client.query(`drop database ${name} with (force)`);
    });
  }
}

/**
 * Tells PostgreSQL how large the tables of all databases have grown. Whoever keeps a plan that was made for empty ones,
 * as every check of a foreign key does, makes it anew: otherwise that comes at some moment of the rounds.
 */
export async function analyzeAll(serverUrl: string): Promise<void> {
  const { rows } = await withClient(serverUrl, (client) =>
    client.query<{ name: string }>('select datname as name from pg_database where datallowconn and not datistemplate'),
  );
  for (const { name } of rows) await withClient(urlOf(serverUrl, name), (client) => client.query('analyze'));
}

function urlOf(serverUrl: string, name: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
}

/** A connection of its own for as long as the work takes. */
export async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
