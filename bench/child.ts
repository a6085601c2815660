import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A contestant in a process of its own. */
export interface Child {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a Node program and waits for the line that says where it listens. */
export async function startChild(
  program: string,
  env: Readonly<Record<string, string>>,
  listening: RegExp,
): Promise<Child> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await urlFrom(child, listening);
  child.stdout.resume();
  return { url, stop: () => stop(child) };
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

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
  });
}
