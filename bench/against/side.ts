import { join } from 'node:path';
import { startChild, type Child } from '../child.js';
import { allShown, listening, serverFlags } from '../contestants/answering.js';
import { Books, inReadModels, keptIn } from '../contestants/books.js';
import type { Contestant } from '../contestants/contestant.js';
import { load, type Job } from '../load/load.js';
import type { Run } from '../measurement.js';
import { receiverPosts } from '../workloads/towns.js';
import { checkoutIn } from './checkout.js';

const members = 500;
const pagesOf = 20;
const linesEach = 1_000;

/** One checkout's server with a bank of its own, and the work that it may be asked. */
export interface Side {
  readonly name: string;
  /** By the name of its measurement. */
  readonly works: Readonly<Record<AgainstWork, Contestant>>;
  stop(): Promise<void>;
}

export const againstWorks = ['W1', 'W3'] as const;
export type AgainstWork = (typeof againstWorks)[number];

export async function sideOf(run: Run, name: string, dist: string): Promise<Side> {
  const { server, town: towns, histories, logging, reading } = await checkoutIn(dist);
  const databaseUrl = await run.database(`against_${name}`);
  const dataFolder = join(run.dataFolder, name);
  const settings = towns.townSettings(databaseUrl, dataFolder);
  const [town] = await towns.buildTownsOf(settings, [members], receiverPosts, async (context, [first]) => {
    if (!first) return;
    const accounts = first.members.slice(0, pagesOf).map(({ account }) => account);
    await histories.importHistory(context, first, histories.everybodyWithEverybody(accounts, linesEach));
  });
  if (!town) throw new Error('no town was built');
  const tokens = await towns.tokensFor(
    settings,
    town.members.map(({ person }) => person),
  );
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder, PORT: '0', NODE_ENV: 'production' };
  const child = await startChild(server, env, listening, serverFlags);
  const books = await Books.open(name, () => keptIn(databaseUrl, inReadModels));
  const asked = (next: () => Job) => contestant(name, child, books, next);
  return {
    name,
    works: {
      W1: asked(logging.logging(tokens, () => logging.anyTwo(town)).product),
      W3: asked(reading.pages(tokens, { ...town, members: town.members.slice(0, pagesOf) }).product),
    },
    stop: () => child.stop(),
  };
}

function contestant(name: string, { pid, url }: Child, books: Books, next: () => Job): Contestant {
  return {
    name,
    pid,
    books,
    settle: () => allShown(url),
    run: (connections, seconds) => load(url, connections, seconds, next),
  };
}
