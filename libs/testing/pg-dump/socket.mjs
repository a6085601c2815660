import { connect } from 'node:net';
import { workerData } from 'node:worker_threads';

/** Holds the connection to the server for a thread that stands still while it waits; an empty message: there is no more. */
const { host, port, channel, signal } = workerData;
const socket = connect(port, host);

function pass(bytes) {
  channel.postMessage(bytes);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}

socket.on('data', pass);
socket.on('error', (trouble) => console.error(trouble.message));
socket.on('close', () => pass(new Uint8Array()));
channel.on('message', (bytes) => socket.write(bytes));
