import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { JWK } from 'jose';
import type { Arena } from '../arena.js';
import { startChild, type Child } from '../child.js';
import { load, type Job } from '../load/load.js';
import { townSettings } from '../town.js';
import { Books, inPeer, inReadModels, inRecords, keptIn } from './books.js';
import type { Contestant } from './contestant.js';
import { preparePeerDatabase } from './peer-database.js';

export type Peer = 'hand' | 'fn' | 'rest' | 'typical';

export const listening = /http:\/\/127\.0\.0\.1:\d+/;
/** As bin/server.mjs runs the server; the peers have the same. */
export const serverFlags = ['--enable-source-maps', '--max-semi-space-size=64'];
const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A process that answers over HTTP, ready to be given work. */
export interface Answering {
  /** @param name where the process takes part under another name than its own */
  with(next: () => Job, name?: string): Contestant;
}

/** The product, as it is served to everybody. */
export async function startProduct({ run, productDatabase, keep }: Arena): Promise<Answering> {
  const env = { DATABASE_URL: productDatabase, DATA_DIR: run.dataFolder, PORT: '0', NODE_ENV: 'production' };
  const child = keep(await startChild(program('../../apps/server/main.js'), env, listening, serverFlags));
  const kept = async () => {
    const shown = await keptIn(productDatabase, inReadModels);
    if (run.store === 'eventstoredb') return shown;
    const { exchanges, sum } = await keptIn(productDatabase, inRecords);
    if (exchanges !== shown.exchanges) throw new Error(`${shown.exchanges} of ${exchanges} exchanges are shown`);
    return { exchanges, sum: Math.abs(sum) + Math.abs(shown.sum) };
  };
  return answering('product', child, await Books.open('product', kept), () => allShown(child.url));
}

/** A peer with the same members and the same past. */
export async function startPeer(name: Peer, arena: Arena): Promise<Answering> {
  const { run, keep } = arena;
  const databaseUrl = await run.database(`${arena.name}_${name}`);
  await preparePeerDatabase(databaseUrl, arena);
  const publicJwk = await publicKeyIn(townSettings(databaseUrl, run.dataFolder).tokenKeyFile);
  const path = name === 'typical' ? '../peers/typical/main.js' : '../peers/main.js';
  const child = keep(
    await startChild(program(path), { PEER: JSON.stringify({ databaseUrl, publicJwk }) }, listening, serverFlags),
  );
  const books = await Books.open(name, () => keptIn(databaseUrl, inPeer));
  return answering(name, child, books, () => Promise.resolve());
}

function answering(own: string, { pid, url }: Child, books: Books, settle: () => Promise<void>): Answering {
  return {
    with: (next, name = own) => ({
      name,
      pid,
      books,
      settle,
      run: (connections, seconds) => load(url, connections, seconds, next),
    }),
  };
}

/** Until the views hold all that is recorded. */
export async function allShown(url: string): Promise<void> {
  for (;;) {
    const { behind } = (await (await fetch(`${url}/health/ready`)).json()) as { readonly behind?: number };
    if (behind === undefined) throw new Error('the product does not say how far its views are behind');
    if (behind === 0) return;
    await pause(20);
  }
}

async function publicKeyIn(file: string): Promise<JWK> {
  const { kty, crv, x } = JSON.parse(await readFile(file, 'utf8')) as JWK & { kty: 'OKP'; crv: string; x: string };
  return { kty, crv, x };
}
