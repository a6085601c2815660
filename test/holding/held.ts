import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '#testing';
import type { Child } from '../../bench/child.js';
import type { World } from './world.js';

const hook = join(import.meta.dirname, 'collecting.mjs');

/** A server that can be asked how many bytes it holds, garbage apart. */
export async function startWeighedServer(world: World): Promise<Child & { readonly held: () => Promise<number> }> {
  const file = join(world.dataFolder, 'held');
  const server = await world.startServer({ HELD_FILE: file }, ['--expose-gc', '--import', hook]);
  const held = async (): Promise<number> => {
    rmSync(file, { force: true });
    process.kill(server.pid, 'SIGUSR2');
    return eventually(() => {
      const bytes = Number(readFileSync(file, 'utf8'));
      if (!(bytes > 0)) throw new Error('not all is written yet');
      return bytes;
    });
  };
  return { ...server, held };
}
