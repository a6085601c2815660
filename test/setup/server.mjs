import { join } from 'node:path';

import { build } from '../../bin/install.mjs';
import { freePort } from '../../bin/postgres.mjs';
import { answering, programFile, runProgram, stopProgram } from '../../bin/server.mjs';
import { startTestPostgres } from './test-postgres.mjs';

/** One real server, as built, on a PostgreSQL of its own, for all tests of a run that ask one, of whichever project. */
export default async function setUp() {
  globalThis.usersOfTestServer = (globalThis.usersOfTestServer ?? 0) + 1;
  globalThis.testServer ??= start();
  await globalThis.testServer;
}

/** Whoever leaves last stops it. */
export async function tearDown() {
  globalThis.usersOfTestServer -= 1;
  if (globalThis.usersOfTestServer > 0) return;
  globalThis.testServer = undefined;
  await globalThis.stopTestServer();
}

async function start() {
  build();
  const { folder, postgres, stop } = await startTestPostgres();
  const address = { host: '127.0.0.1', port: await freePort() };
  const environment = {
    DATABASE_URL: postgres.databaseUrl,
    DATA_DIR: join(folder, 'data'),
    HOST: address.host,
    PORT: String(address.port),
    // Some tests ask more in a minute than any person.
    OPERATIONS_PER_MINUTE: '0',
    STRANGER_OPERATIONS_PER_MINUTE: '0',
  };
  const server = runProgram(['--enable-source-maps', programFile('main.js')], environment);
  globalThis.stopTestServer = async () => {
    await stopProgram(server);
    await stop();
  };
  if (!(await answering(address, server.ended))) {
    await globalThis.stopTestServer();
    throw new Error('The server did not start: its reason is above.');
  }
  process.env.SERVER_URL = `http://${address.host}:${address.port}`;
  process.env.SERVER_DATA_DIR = environment.DATA_DIR;
  process.env.SERVER_DATABASE_URL = postgres.databaseUrl;
}
