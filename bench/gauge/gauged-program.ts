import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { unlimited } from '../child.js';
import type { Gauge } from './gauge.messages.js';

const gaugeUrl = new URL('./gauge.js', import.meta.url).href;

/** A program in a process of its own that says what it uses. */
export interface GaugedProgram {
  /** @param collecting after the garbage is gone */
  gauge(collecting?: boolean): Promise<Gauge>;
  /** The first line of its output that fits. @throws when it ends before */
  line(pattern: RegExp): Promise<string>;
  /** Resolves when it has ended by itself. @throws unless its exit code is 0 */
  ended(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export interface ProgramToRun {
  /** Below dist: `apps/server/main.js`. */
  readonly program: string;
  readonly words?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Modules that Node imports before the program. */
  readonly before?: readonly string[];
}

export function runGauged({ program, words = [], env, before = [] }: ProgramToRun): GaugedProgram {
  const file = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  const imports = [gaugeUrl, ...before].flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, ['--expose-gc', ...imports, file, ...words], {
    env: { ...process.env, ...unlimited, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const over = once(child, 'exit').then(([code]) => code as number | null);
  const lines = linesOf(child.stdout);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal);
    await over;
  };
  return {
    async gauge(collecting = false) {
      child.send(collecting ? 'gauge after collecting' : 'gauge');
      const [answer] = (await once(child, 'message')) as [Gauge];
      return answer;
    },
    line: (pattern) => Promise.race([lines.first(pattern), over.then((code) => failed(program, code))]),
    async ended() {
      const code = await over;
      if (code !== 0) failed(program, code);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

function failed(program: string, code: number | null): never {
  throw new Error(`${program} ended with code ${String(code)}`);
}

function linesOf(output: Readable | null) {
  if (!output) throw new Error('a program has an output');
  const seen: string[] = [];
  const waiting: { readonly pattern: RegExp; readonly found: (text: string) => void }[] = [];
  createInterface({ input: output }).on('line', (line) => {
    seen.push(line);
    for (const { pattern, found } of waiting) {
      const [text] = pattern.exec(line) ?? [];
      if (text !== undefined) found(text);
    }
  });
  return {
    first: (pattern: RegExp): Promise<string> =>
      new Promise((found) => {
        const text = seen.flatMap((line) => pattern.exec(line)?.[0] ?? [])[0];
        if (text === undefined) waiting.push({ pattern, found });
        else found(text);
      }),
  };
}
