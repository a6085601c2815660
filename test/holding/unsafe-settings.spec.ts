import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startChild } from '../../bench/child.js';
import { startTestPostgres } from '../setup/test-postgres.mjs';

const program = resolve(import.meta.dirname, '../../dist/apps/server/main.js');

let cluster: Awaited<ReturnType<typeof startTestPostgres>>;
let owner: pg.Client;
beforeAll(async () => {
  cluster = await startTestPostgres({ temporary: false });
  owner = new pg.Client({ connectionString: cluster.postgres.databaseUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await cluster.stop();
}, 30_000);

const environment = () => ({
  DATABASE_URL: cluster.postgres.databaseUrl,
  DATA_DIR: join(cluster.folder, 'data'),
  NODE_ENV: 'production',
  PORT: '0',
});

async function configure(name: string, value: 'off' | 'default'): Promise<void> {
  await owner.query(`alter system set ${name} = ${value}`);
  await owner.query('select pg_reload_conf()');
}

test.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
  'with %s off in the cluster no server starts, and one sentence says why',
  async (name) => {
    await configure(name, 'off');
    const start = promisify(execFile)(process.execPath, [program], { env: { ...process.env, ...environment() } });
    await expect(start).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        `Reciproca does not start: PostgreSQL would lose confirmed hours in a crash, because ${name} is off`,
      ) as string,
    });
    await configure(name, 'default');
  },
  30_000,
);

test('with all of them on it starts', async () => {
  const server = await startChild(program, environment(), /http:\/\/127\.0\.0\.1:\d+/);
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  await server.stop();
}, 30_000);
