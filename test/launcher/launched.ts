import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const project = resolve(import.meta.dirname, '../..');

/** `npm start` in a data folder and on a port of its own. */
export interface Launched {
  readonly child: ChildProcess;
  /** All it has said so far. */
  readonly said: () => string;
  /** Exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

export interface Place {
  readonly dataFolder: string;
  readonly port: number;
}

const launched: Launched[] = [];

export async function newPlace(): Promise<Place> {
  const listening = await occupy(0);
  const { port } = listening.address() as AddressInfo;
  await new Promise((done) => listening.close(done));
  const dataFolder = await mkdtemp(join(tmpdir(), 'reciproca-launch-'));
  await chmod(dataFolder, 0o755); // as root, PostgreSQL's user must get in
  return { dataFolder, port };
}

/** Ends what a failed test may have left running, too. */
export async function removePlace({ dataFolder }: Place): Promise<void> {
  for (const { child, ended } of launched.splice(0)) {
    child.kill('SIGINT');
    await ended;
  }
  await rm(dataFolder, { recursive: true });
}

export function launch(place: Place, settings: Readonly<Record<string, string>> = {}): Launched {
  const env = {
    ...process.env,
    DATA_DIR: place.dataFolder,
    PORT: String(place.port),
    NODE_ENV: 'production',
    ...settings,
  };
  const child = spawn(process.execPath, [join(project, 'bin/start.mjs')], { cwd: project, env, detached: true });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  launched.push({ child, said: () => text, ended });
  return { child, said: () => text, ended };
}

export function occupy(port: number): Promise<Server> {
  return new Promise((listening, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => listening(server));
  });
}

/** @throws while the server does not answer GraphQL */
export async function typename({ port }: Place): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const body = '{"query":"{ __typename }"}';
  const response = await fetch(`http://127.0.0.1:${String(port)}/graphql`, { method: 'POST', headers, body });
  return response.json();
}

/** Ids of the server and of PostgreSQL, as they wrote them down. */
export function processesOf({ dataFolder }: Place): readonly number[] {
  const running = JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')) as { readonly server: number };
  const postmaster = Number.parseInt(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8'), 10);
  return [running.server, postmaster];
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
