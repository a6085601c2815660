import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { eventually, startEventStoreDbDouble } from '#testing';

/** An EventStoreDB that a test may kill. */
export interface EventStoreServer {
  readonly kind: 'EventStoreDB' | 'double';
  readonly url: string;
  /** Ends it without a chance to put anything away; resolves once it is gone. */
  kill(): Promise<void>;
  /** On the same address and what was stored there. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Where EVENT_STORE_COMMAND says how a server is run in the foreground at EVENT_STORE_URL, that one. Elsewhere our double
 * of its protocol: what it stored outlives its kills, as it does on a disk.
 */
export async function startEventStoreServer(): Promise<EventStoreServer> {
  const { EVENT_STORE_COMMAND: command, EVENT_STORE_URL: url } = process.env;
  if (command === undefined) {
    const double = await startEventStoreDbDouble();
    const stop = () => double.stop();
    return { kind: 'double', url: double.url, kill: stop, restart: () => double.restart(), stop };
  }
  if (url === undefined) throw new Error('EVENT_STORE_COMMAND runs a server whose address EVENT_STORE_URL must say');
  let running = run(command);
  const kill = async () => {
    await end(running, 'SIGKILL');
    await requireGone(url);
  };
  const restart = () => Promise.resolve(void (running = run(command)));
  return { kind: 'EventStoreDB', url, kill, restart, stop: () => end(running, 'SIGTERM') };
}

/** In a group of its own, so that whatever it starts ends with it. */
function run(command: string): ChildProcess {
  return spawn('/bin/sh', ['-c', command], { detached: true, stdio: 'ignore' });
}

async function end(running: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (running.pid === undefined || running.exitCode !== null || running.signalCode !== null) return;
  const ended = once(running, 'exit');
  process.kill(-running.pid, signal);
  await ended;
}

/** @throws where somebody stays there: the command left a server behind, and nothing was killed */
async function requireGone(url: string): Promise<void> {
  await eventually(async () => {
    if (await isThere(url)) throw new Error('EVENT_STORE_COMMAND must run the server in the foreground: it goes on');
  });
}

async function isThere(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
