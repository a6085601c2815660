import { createHash, randomUUID } from 'node:crypto';

import pg from 'pg';

import { eventually } from './eventually.js';

export interface TestMigration {
  readonly name: string;
  readonly up: string;
}

export interface TestDatabase {
  /** As the login user, who owns everything. */
  readonly url: string;
  readonly pool: pg.Pool;
  /** Closes the pool and removes the database, whoever else is still connected. */
  readonly drop: () => Promise<void>;
}

/** A database of its own for one test file, with these migrations applied; the roles exist for the whole server. */
export async function testDatabase({
  migrations = [],
}: { readonly migrations?: readonly TestMigration[] } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = await templateWith(migrations);
  await onServer((server) => server.query(`create database ${name} template ${template} strategy file_copy`));

  const url = urlOf(name);
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => undefined); // `drop` cuts idle connections
  const drop = async (): Promise<void> => {
    await pool.end();
    await onServer(async (server) => {
      await goodbye(server, name);
      await server.query(`drop database ${name} with (force)`);
    });
  };
  return { url, pool, drop };
}

/** The same migrations are applied once a run: every database with them is a copy of this one. */
async function templateWith(migrations: readonly TestMigration[]): Promise<string> {
  if (migrations.length === 0) return 'template0';
  const name = `template_${createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 32)}`;
  await onServer(async (server) => {
    await server.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await server.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (rowCount !== 0) return;
    await server.query(`drop database if exists ${name} with (force)`);
    await server.query(`create database ${name} template template0`);
    await apply(migrations, name);
    await server.query(`alter database ${name} is_template true`);
  });
  return name;
}

/** Who closed a connection a moment ago may still be leaving: cut then, its pool would hear of an error that is none. */
async function goodbye(server: pg.Client, name: string): Promise<void> {
  const connected = async (): Promise<void> => {
    const { rowCount } = await server.query('select from pg_stat_activity where datname = $1', [name]);
    if (rowCount !== 0) throw new Error('somebody is connected');
  };
  await eventually(connected, 500).catch(() => undefined); // whoever stays is cut
}

async function apply(migrations: readonly TestMigration[], database: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    for (const migration of migrations) await client.query(migration.up);
  } finally {
    await client.end();
  }
}

async function onServer(work: (server: pg.Client) => Promise<unknown>): Promise<void> {
  const server = new pg.Client({ connectionString: urlOf('postgres') });
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

function urlOf(database: string): string {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('Tests on a real PostgreSQL are named *.integration.spec.ts.');
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
