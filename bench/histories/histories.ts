import { pino } from 'pino';
import type { Position } from '#kernel';
import { openParts } from '../../apps/server/parts.js';
import type { Settings } from '../../apps/server/settings.js';
import { Databases } from '../databases.js';
import type { Run } from '../measurement.js';
import { buildTowns, townSettings, type Town } from '../town.js';
import { grow, journalOf } from './grow.js';
import { Loading } from './loading.js';
import { addMembers } from './members.js';
import { settle } from './settle.js';
import { Appending } from './taking.js';

/** Members who come by the ordinary commands; PostgreSQL takes the others in as it takes entries. */
const membersByCommands = 1_000;

const log = pino({ level: 'warn' }, pino.destination(2));

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
    const shorter = alike.findLast((each) => each.entries < entries);
    const history = await this.make(entries, members, shorter);
    // Where nothing is copied, the shorter one has become the longer.
    if (shorter?.database === history.database) this.made.splice(this.made.indexOf(shorter), 1);
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
    const started = performance.now();
    const { database, databaseUrl } = await this.databaseFor(entries, members, shorter);
    const settings = townSettings(databaseUrl, this.run.dataFolder);
    const begun = shorter?.town ?? (await this.townIn(databaseUrl, Math.min(members, membersByCommands)));
    const { town, head } = await this.takenIn(settings, begun, { entries, members, from: shorter?.entries ?? 0 });
    const events = await settle(settings, town, head);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    this.run.say(
      `a history of ${entries.toLocaleString('en')} entries, ${town.members.length.toLocaleString('en')} members: ${seconds} s`,
    );
    return { entries, events, database, databaseUrl, town };
  }

  private async takenIn(
    settings: Settings,
    begun: Town,
    wanted: { readonly entries: number; readonly members: number; readonly from: number },
  ): Promise<{ readonly town: Town; readonly head: Position }> {
    const parts = await openParts(settings, log);
    try {
      const taking =
        this.run.store === 'postgres' ? await Loading.into(settings.databaseUrl) : new Appending(parts.store);
      try {
        const past = await journalOf(parts, begun);
        const town = await addMembers(parts, past, begun, wanted.members, taking);
        await grow(past, town, wanted.from, wanted.entries, taking);
        return { town, head: await taking.end() };
      } finally {
        await taking.close();
      }
    } finally {
      await parts.close();
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
