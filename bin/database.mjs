import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startPostgres, stopLeftoverPostgres } from './postgres.mjs';
import { reachable } from './postgres-user.mjs';
import { Trouble } from './trouble.mjs';

const WATCH_MS = 500;
const RESTART_WAIT_MS_MAX = 30_000;

/**
 * The database to work with: the one that DATABASE_URL names, or the PostgreSQL of the data folder, started.
 *
 * @returns {Promise<{ databaseUrl: string, stop: () => Promise<void> }>}
 */
export async function openDatabase({ dataFolder, databaseUrl }) {
  if (databaseUrl === undefined) return startEmbedded(dataFolder);
  await requireAnswer(databaseUrl);
  return { databaseUrl, stop: async () => undefined };
}

/** Where the PostgreSQL of a running server listens. */
export function runningDatabase({ dataFolder, databaseUrl }) {
  return databaseUrl ?? readConnection(dataFolder)?.databaseUrl;
}

/** Removes the data folder's own PostgreSQL with everything in it; the keys stay. */
export async function removeDatabase(dataFolder) {
  const cluster = clusterFolder(dataFolder);
  if (existsSync(cluster)) await stopLeftoverPostgres(join(dataFolder, 'postgres'));
  for (const path of [cluster, `${cluster}.log`, connectionFile(dataFolder)])
    rmSync(path, { recursive: true, force: true });
}

/** The folder that holds the tables: the data folder's, or a shelter where PostgreSQL's user cannot enter that. */
const clusterFolder = (dataFolder) => reachable(join(dataFolder, 'postgres'));

async function startEmbedded(dataFolder) {
  const folder = join(dataFolder, 'postgres');
  const known = readConnection(dataFolder)?.databaseUrl;
  if (known === undefined && existsSync(join(clusterFolder(dataFolder), 'PG_VERSION')))
    throw new Trouble(
      `${connectionFile(dataFolder)} is missing, and with it the password of the database: put it back.`,
    );
  const password = known === undefined ? randomBytes(24).toString('base64url') : new URL(known).password;
  writeConnection(dataFolder, `postgresql://reciproca:${password}@127.0.0.1/postgres`);
  const postgres = await startPostgres({ folder, password });
  writeConnection(dataFolder, postgres.databaseUrl);
  const watch = keepRunning(postgres);
  const stop = async () => {
    await watch.end();
    await postgres.stop();
  };
  return { databaseUrl: postgres.databaseUrl, stop };
}

/** A PostgreSQL that was killed is started again where it was, so that the server can go on by itself. */
function keepRunning(postgres) {
  let revival;
  const timer = setInterval(() => {
    if (revival === undefined && postgres.pid === undefined)
      revival = revive(postgres).finally(() => (revival = undefined));
  }, WATCH_MS);
  return {
    end: async () => {
      clearInterval(timer);
      await revival;
    },
  };
}

/** What is left of the killed one needs a moment to let go of the data folder. */
async function revive(postgres) {
  console.error('PostgreSQL ended unexpectedly: starting it again.');
  const end = Date.now() + RESTART_WAIT_MS_MAX;
  for (;;) {
    try {
      return await postgres.restart();
    } catch (error) {
      if (Date.now() > end) return console.error(error.message);
    }
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
  }
}

async function requireAnswer(databaseUrl) {
  const { default: pg } = await import('pg');
  const client = newClient(pg, databaseUrl);
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { host, pathname } = new URL(databaseUrl);
    const reason = error.message || error.code;
    throw new Trouble(`The database ${pathname.slice(1)} on ${host} does not let us in (${reason}): see DATABASE_URL.`);
  }
}

function newClient(pg, databaseUrl) {
  try {
    new URL(databaseUrl);
    return new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  } catch {
    throw new Trouble('DATABASE_URL is not an address like postgresql://user:password@host:5432/database.');
  }
}

const connectionFile = (dataFolder) => join(dataFolder, 'connection.json');

function readConnection(dataFolder) {
  const file = connectionFile(dataFolder);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function writeConnection(dataFolder, databaseUrl) {
  writeFileSync(connectionFile(dataFolder), JSON.stringify({ databaseUrl }), { mode: 0o600 });
}
