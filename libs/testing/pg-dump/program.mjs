import { Buffer } from 'node:buffer';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

import { pgDump } from '@electric-sql/pglite-tools/pg_dump';

import { Turns } from './turns.mjs';

/**
 * PostgreSQL's own pg_dump, compiled for WebAssembly, on any server: `node program.mjs <url> <flags>`. What it says to the
 * server and what it hears goes through a thread that has the socket, as pg_dump itself waits for each answer. Rows come as
 * INSERT, so that whoever restores them needs no psql.
 */
const [databaseUrl, ...flags] = process.argv.slice(2);
const url = new URL(databaseUrl);
const { port1: port, port2 } = new MessageChannel();
const signal = new Int32Array(new SharedArrayBuffer(4));
const socket = new Worker(new URL('./socket.mjs', import.meta.url), {
  workerData: { host: url.hostname, port: Number(url.port), channel: port2, signal },
  transferList: [port2],
});
const turns = new Turns();

const server = {
  execProtocolRawStream(bytes, { onRawData }) {
    const said = Buffer.from(bytes);
    port.postMessage(said);
    if (!turns.isAsked(said)) return;
    for (let isAnswered = false; !isAnswered;) {
      const heard = receiveMessageOnPort(port)?.message;
      if (heard === undefined) {
        Atomics.wait(signal, 0, 0);
        Atomics.store(signal, 0, 0);
      } else if (heard.length === 0) {
        isAnswered = true; // the server has hung up
      } else {
        onRawData(heard);
        isAnswered = turns.isAnswered(heard);
      }
    }
  },
  query: () => ({ rows: [{ search_path: 'public' }] }),
  exec: () => undefined,
};

try {
  const dump = await pgDump({ pg: server, args: [...flags, '--dbname', `${url.href}?sslmode=disable`] });
  const text = await dump.text();
  await new Promise((done) => process.stdout.write(text, done));
} catch (trouble) {
  console.error(trouble.message);
  process.exitCode = 1;
} finally {
  await socket.terminate();
}
