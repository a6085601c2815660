import type { PersonId } from '#kernel';
import type { PeerMembers } from './contestants/peer-database.js';
import type { Child } from './child.js';
import type { Run } from './measurement.js';
import { buildTownsOf, tokensFor, townSettings, type Town, type TownRules } from './town.js';
import { importHistory, setFloors, type PastExchange } from './town-histories.js';

/** What is there before anything is measured. */
export interface ArenaPlan {
  /** Of its databases. */
  readonly name: string;
  /** A town for each, of so many members. */
  readonly towns: readonly number[];
  readonly rules: TownRules;
  /** So many members of the first town, from its first on, may never owe. */
  readonly floors?: number;
  /** Of the first town. */
  readonly history?: (town: Town) => readonly PastExchange[];
}

/** Where product and peers meet: one PostgreSQL, the same members and the same past for all. */
export interface Arena extends PeerMembers {
  readonly run: Run;
  readonly name: string;
  /** The first of `towns`. */
  readonly town: Town;
  readonly tokens: ReadonlyMap<PersonId, string>;
  readonly productDatabase: string;
  /** Ends with the arena. */
  readonly keep: <T extends Pick<Child, 'stop'>>(child: T) => T;
}

/** Prepares, works and ends every process, whatever became of the work. */
export async function inArena<T>(run: Run, plan: ArenaPlan, work: (arena: Arena) => Promise<T>): Promise<T> {
  const started: Pick<Child, 'stop'>[] = [];
  const arena = await prepare(run, plan, started);
  try {
    return await work(arena);
  } finally {
    await Promise.all(started.map((child) => child.stop()));
  }
}

async function prepare(run: Run, plan: ArenaPlan, started: Pick<Child, 'stop'>[]): Promise<Arena> {
  const productDatabase = await run.database(`${plan.name}_product`);
  const settings = townSettings(productDatabase, run.dataFolder);
  let history: readonly PastExchange[] = [];
  const towns = await buildTownsOf(settings, plan.towns, plan.rules, async (context, [first]) => {
    if (!first) return;
    await setFloors(context, first, floored(first, plan));
    history = plan.history?.(first) ?? [];
    await importHistory(context, first, history);
  });
  const [town] = towns;
  if (!town) throw new Error('an arena has a town');
  const people = towns.flatMap(({ members }) => members.map(({ person }) => person));
  const tokens = await tokensFor(settings, people);
  const keep = <T extends Pick<Child, 'stop'>>(child: T): T => {
    started.push(child);
    return child;
  };
  const floors = new Set<string>(floored(town, plan));
  return { run, name: plan.name, town, towns, tokens, productDatabase, history, floors, keep };
}

function floored({ members }: Town, { floors = 0 }: ArenaPlan): readonly Town['members'][number]['account'][] {
  return members.slice(0, floors).map(({ account }) => account);
}
