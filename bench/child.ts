import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A contestant in a process of its own. */
export interface Child {
  readonly pid: number;
  readonly url: string;
  /** The signal that ended it, if one did. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Asks it to end; one that has ended already is no trouble. */
  stop(): Promise<void>;
  /** Ends it without a chance to put anything away. */
  kill(): Promise<void>;
  /** Makes it stand still, as a process that gets no time, until `goOn`. */
  pause(): void;
  goOn(): void;
}

/** What is measured, and what is put under load, is the work and not what one person may ask for. */
export const unlimited = { OPERATIONS_PER_MINUTE: '0', STRANGER_OPERATIONS_PER_MINUTE: '0' } as const;

/** Starts a Node program and waits for the line that says where it listens. */
export async function startChild(
  program: string,
  env: Readonly<Record<string, string>>,
  listening: RegExp,
  flags: readonly string[] = [],
): Promise<Child> {
  const child = spawn(process.execPath, [...flags, program], {
    env: { ...process.env, ...unlimited, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_, signal) => {
      resolve(signal);
    });
  });
  const url = await urlFrom(child, listening);
  child.stdout.resume();
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    url,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    pause: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
  };
}

function urlFrom(child: ChildProcess & { stdout: NodeJS.ReadableStream }, listening: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`it stopped before it listened (exit code ${String(code)})`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = listening.exec(line)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
}
