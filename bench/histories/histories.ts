import { pino } from 'pino';
import { caughtUp } from '../../apps/server/cli/caught-up.js';
import { createContext } from '../../apps/server/context.js';
import { Databases } from '../databases.js';
import type { Run } from '../measurement.js';
import { buildTowns, townSettings, type Town } from '../town.js';
import { grow } from './grow.js';

/** A bank with a past: so many entries, each logged by a receiver as members do it, all of it in the views. */
export interface History {
  readonly entries: number;
  /** Records of all streams: members and the bank itself have some too. */
  readonly events: number;
  readonly database: string;
  readonly databaseUrl: string;
  readonly town: Town;
}

/**
 * Histories of any length, made once a run. On PostgreSQL each has a database of its own, and a longer one grows out of
 * a copy of the next shorter one. Another store is not copied: there one history grows, and is asked for in that order.
 */
export class Histories {
  private static readonly ofRuns = new WeakMap<Run, Histories>();
  private readonly made: History[] = [];
  private readonly databases: Databases;

  private constructor(private readonly run: Run) {
    this.databases = new Databases(run.databaseUrl);
  }

  /** All measurements of a run share them. */
  static of(run: Run): Histories {
    const known = Histories.ofRuns.get(run);
    if (known) return known;
    const histories = new Histories(run);
    Histories.ofRuns.set(run, histories);
    return histories;
  }

  /** Nobody may be connected to a shorter one when a longer one is asked for, and nobody changes what others measure. */
  async history(entries: number, members: number): Promise<History> {
    const alike = this.made.filter(({ town }) => town.members.length === members);
    const known = alike.find((history) => history.entries === entries);
    if (known) return known;
    const history = await this.make(
      entries,
      members,
      alike.findLast((each) => each.entries < entries),
    );
    this.made.push(history);
    this.made.sort((a, b) => a.entries - b.entries);
    return history;
  }

  /** The same past in another database, to add to it. */
  async copy(history: History, name: string): Promise<History> {
    return { ...history, database: name, databaseUrl: await this.databases.create(name, history.database) };
  }

  async forget({ database }: History): Promise<void> {
    await this.databases.drop(database);
  }

  private async make(entries: number, members: number, shorter: History | undefined): Promise<History> {
    this.run.say(
      `making a history of ${entries.toLocaleString('en')} entries of ${members.toLocaleString('en')} members`,
    );
    const { database, databaseUrl } = await this.databaseFor(entries, members, shorter);
    const settings = townSettings(databaseUrl, this.run.dataFolder);
    const town = shorter?.town ?? (await this.townIn(databaseUrl, members));
    const context = await createContext(settings, pino({ level: 'warn' }, pino.destination(2)));
    try {
      await grow(context, town, shorter?.entries ?? 0, entries);
      await caughtUp(context.parts);
      return { entries, events: await eventsIn(context.parts.store), database, databaseUrl, town };
    } finally {
      await context.close();
    }
  }

  private async databaseFor(
    entries: number,
    members: number,
    shorter: History | undefined,
  ): Promise<Pick<History, 'database' | 'databaseUrl'>> {
    if (shorter && this.run.store !== 'postgres') return shorter;
    const database = `history_${String(members)}_${String(entries)}`;
    return { database, databaseUrl: await this.databases.create(database, shorter?.database) };
  }

  private async townIn(databaseUrl: string, members: number): Promise<Town> {
    const none = { kind: 'none' } as const;
    const rules = { consent: 'receiver', limits: { floor: none, ceiling: none } } as const;
    const [town] = await buildTowns(townSettings(databaseUrl, this.run.dataFolder), 1, members, rules);
    if (!town) throw new Error('no town was built');
    return town;
  }
}

type Store = Awaited<ReturnType<typeof createContext>>['parts']['store'];

async function eventsIn(store: Store): Promise<number> {
  const head = await store.head();
  const ended = new AbortController();
  const categories = ['journal', 'person', 'network'];
  let events = 0;
  for await (const { records, through } of store.subscribe({
    after: 0n,
    categories,
    batchSize: 5_000,
    signal: ended.signal,
  })) {
    events += records.length;
    if (through >= head) break;
  }
  ended.abort();
  return events;
}
