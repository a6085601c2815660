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
    return Object.assign(new URL(this.serverUrl), { pathname: `/${name}` }).href;
  }

  async drop(name: string): Promise<void> {
    await withClient(this.serverUrl, async (client) => {
      await client.query(`drop database ${name} with (force)`);
    });
  }
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
