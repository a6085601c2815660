import { fileURLToPath } from 'node:url';
import type { JWK } from 'jose';
import pg from 'pg';
import { startChild, type Child } from './child.js';
import { peerSchema } from './peers/schema.js';
import type { Town } from './town.js';

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The product in a process of its own, as it is served to everybody. */
export function startProduct(databaseUrl: string, dataFolder: string): Promise<Child> {
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, PORT: '0', NODE_ENV: 'production' };
  return startChild(program('../apps/server/main.js'), env, /http:\/\/127\.0\.0\.1:\d+/);
}

/** Both peers, on a database of their own with the same members. */
export async function startPeers(databaseUrl: string, publicJwk: JWK, town: Town): Promise<Child> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(peerSchema);
    await client.query(
      'insert into account (id, person, name) select * from unnest($1::uuid[], $2::uuid[], $3::text[])',
      [
        town.members.map(({ account }) => account),
        town.members.map(({ person }) => person),
        town.members.map((_, n) => `Persona inventata ${String(n + 1)}`),
      ],
    );
  } finally {
    await client.end();
  }
  const settings = JSON.stringify({ databaseUrl, publicJwk, poolSize: 16 });
  return startChild(program('./peers/main.js'), { PEER: settings }, /http:\/\/127\.0\.0\.1:\d+/);
}
