import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { Trouble } from './trouble.mjs';

/** Where root keeps what the user postgres must reach when the project itself lies in a closed folder such as /root. */
const SHELTER = '/var/lib/reciproca';

const isRoot = () => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root, so root lends it to the user postgres.
 *
 * @returns options for `spawn`: empty for everybody but root
 */
export function postgresUser() {
  if (!isRoot()) return {};
  const uid = numberOf('-u') ?? createUser();
  const gid = numberOf('-g');
  return { uid, gid, cwd: '/' };
}

/** The folder itself, or, where the user postgres cannot get in, a folder of the same project that it can. */
export function reachable(folder) {
  const parent = dirname(resolve(folder));
  if (!isRoot() || canEnter(existingParent(parent))) return folder;
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  return join(shelter(), name);
}

/** Lets whoever runs PostgreSQL own these files or folders. */
export function giveToPostgres(...paths) {
  const { uid, gid } = postgresUser();
  if (uid !== undefined) for (const path of paths) chownSync(path, uid, gid);
}

/** The binaries where they are, or a copy of them that the user postgres can run. */
export function reachableBinaries(binaries) {
  if (!isRoot() || canEnter(dirname(binaries.postgres))) return binaries;
  const source = resolve(dirname(binaries.postgres), '..');
  const name = createHash('sha256').update(source).digest('hex').slice(0, 16);
  const copy = join(shelter(), `binaries-${name}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(source, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true }); // another launcher was quicker with the same copy
    }
  }
  return Object.fromEntries(Object.entries(binaries).map(([tool, path]) => [tool, path.replace(source, copy)]));
}

function shelter() {
  mkdirSync(SHELTER, { recursive: true });
  chmodSync(SHELTER, 0o755);
  return SHELTER;
}

function existingParent(folder) {
  return existsSync(folder) ? folder : existingParent(dirname(folder));
}

function canEnter(folder) {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], postgresUser()).status === 0;
}

function numberOf(flag) {
  const answer = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : undefined;
}

function createUser() {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const uid = numberOf('-u');
  if (uid === undefined)
    throw new Trouble('PostgreSQL does not run as root and no user "postgres" could be made: run as another user.');
  return uid;
}
