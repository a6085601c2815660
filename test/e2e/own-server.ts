import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { eventually } from '#testing';
import { given } from './server.js';

const startMsMax = 30_000;

export interface OwnServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A server of a test's own, as built, on the data that all tests share: what happens to it happens to nobody else.
 *
 * @param settings other than the usual ones
 */
export async function startOwnServer(
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnServer> {
  const port = await freePort();
  const environment = { DATABASE_URL: databaseUrl, DATA_DIR: given('SERVER_DATA_DIR'), PORT: port, NODE_ENV: 'test' };
  const program = spawn(process.execPath, ['dist/apps/server/main.js'], {
    env: { ...process.env, ...environment, ...settings },
    stdio: 'ignore',
  });
  const ended = once(program, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await eventually(() => fetch(`${url}/health/live`), startMsMax);
  return {
    url,
    async close() {
      program.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return String(address.port);
}
