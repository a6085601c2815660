import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { project } from './settings.mjs';
import { Trouble } from './trouble.mjs';

const READY_WAIT_MS_MAX = 60_000;
const STOP_WAIT_MS_MAX = 10_000;

/** @throws Trouble when somebody else listens there */
export function requireFreePort({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      reject(
        new Trouble(
          error.code === 'EADDRINUSE'
            ? `Port ${port} on ${host} is in use by another program: stop that, or choose another with PORT=${port + 1}.`
            : `Nothing can listen on ${host}:${port} (${error.code}): see HOST and PORT.`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/**
 * How the server is run, here as in docker/: with room for what a busy second makes, most of which nobody needs a moment
 * later, so that the collector comes by a quarter as often.
 */
export const serverFlags = ['--enable-source-maps', '--max-semi-space-size=64'];

/** Runs one of our programs in a process group of its own, so that Ctrl-C reaches only the launcher, which ends it in order. */
export function runProgram(flags, environment) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, flags, { cwd: project, env, stdio: 'inherit', detached: true });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  return { child, ended };
}

export const programFile = (...names) => join(project, 'dist', 'apps', 'server', ...names);

/** Waits until the server answers GraphQL, or has ended before it could. */
export async function answering({ host, port }, ended) {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/graphql`;
  const end = Date.now() + READY_WAIT_MS_MAX;
  let over = false;
  void ended.then(() => (over = true));
  while (!over && Date.now() < end) {
    if (await answers(address)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function answers(address) {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    return response.ok;
  } catch {
    return false;
  }
}

/** Lets the server finish what it has begun; after ten seconds it is ended without asking. */
export async function stopProgram({ child, ended }) {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WAIT_MS_MAX);
  await ended;
  clearTimeout(timer);
}

/** @returns {Promise<{ code: number | null, signal: string | null }>} how the program ended, by itself or because of `stop` */
export async function untilStopped(program, stop) {
  const stopIt = () => void stopProgram(program);
  stop.addEventListener('abort', stopIt, { once: true });
  if (stop.aborted) stopIt();
  const end = await program.ended;
  stop.removeEventListener('abort', stopIt);
  return end;
}
