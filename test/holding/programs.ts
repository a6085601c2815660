import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { World } from './world.js';

const folder = resolve(import.meta.dirname, '../../dist/apps/server/cli');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it said to whoever ran it. */
  readonly said: string;
}

export interface Manner {
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const plainly: Manner = { flags: [], env: {} };

/** What `npm run <name> -- <words>` runs, beside the server of a world. */
export async function run(
  name: 'import' | 'rebuild' | 'verify',
  words: readonly string[],
  { databaseUrl, dataFolder }: Pick<World, 'databaseUrl' | 'dataFolder'>,
  { flags, env }: Manner = plainly,
): Promise<Ended> {
  const program = spawn(process.execPath, [...flags, join(folder, `${name}.js`), ...words], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  return new Promise((done) => {
    program.once('close', (code, signal) => {
      done({ code, signal, said });
    });
  });
}
