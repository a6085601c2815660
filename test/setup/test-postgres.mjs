import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { startPostgres, stopLeftoverPostgres } from '../../bin/postgres.mjs';
import { isRunning } from '../../bin/processes.mjs';

const PREFIX = 'reciproca-test-';

/**
 * A PostgreSQL in a folder and on a port of its own: many runs may go on at once.
 *
 * @param {{ temporary?: boolean }} options `temporary: false` keeps what is committed when it is killed, as in real life
 * @returns {Promise<{ folder: string, postgres: import('../../bin/postgres.mjs').Postgres, stop: () => Promise<void> }>}
 */
export async function startTestPostgres({ temporary = true } = {}) {
  await sweepKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'owner'), String(process.pid));
  const password = randomBytes(16).toString('hex');
  const settings = { max_connections: '200' };
  const postgres = await startPostgres({ folder: join(folder, 'postgres'), password, settings, temporary });
  await makeRoles(postgres.databaseUrl);
  const stop = async () => {
    await postgres.stop('immediate');
    rmSync(folder, { recursive: true });
  };
  return { folder, postgres, stop };
}

/** The cluster-wide roles, made here once so that migrations running side by side do not race for them. */
async function makeRoles(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create role reciproca_app nologin; create role reciproca_projector nologin');
  await client.end();
}

/** A run that was killed could not stop its PostgreSQL: the next run does. */
async function sweepKilledRuns() {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    const owner = join(folder, 'owner');
    if (!existsSync(owner) || isRunning(Number(readFileSync(owner, 'utf8')), 'jest')) continue;
    await stopLeftoverPostgres(join(folder, 'postgres'));
    removeWithDisks(folder);
  }
}

/** A killed run may have left a small disk of its own mounted in its folder. */
function removeWithDisks(folder) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (error.code !== 'EBUSY') throw error;
    execFileSync('umount', ['--lazy', error.path]);
    removeWithDisks(folder);
  }
}
