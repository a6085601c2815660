import type { Asker, PersonId, Powers } from '#kernel';
import type { ProgressRow } from './progress.js';
import type { ReadingPool } from './reading-pool.js';

/** What somebody may read, from the read tables alone. */
export interface Reach {
  /** Banks whose directory the person may see. */
  readonly banks: readonly string[];
  /**
   * Accounts, banks, and desks (a hub as one bank's) whose hours the person may see; networks that the person administers,
   * of which no hours are seen by it; and the person's own id.
   */
  readonly scopes: readonly string[];
}

interface Kept {
  readonly at: number;
  readonly reach: Promise<Reach>;
}

/** With the person's own rights alone no role counts: not for the hours of others, nor for whose banks are seen. */
const reaching: Readonly<Record<Powers, { readonly name: string; readonly text: string }>> = {
  all: { name: 'reach', text: 'select banks, scopes || read.networks_of($1) as scopes from read.reach_of($1)' },
  own: { name: 'own-reach', text: 'select banks, scopes from read.own_reach_of($1)' },
};

/** Mandates and roles begin and end with the day. */
const keptMs = 60_000;
const keptMax = 10_000;

/** Remembers each reader's reach for a minute, or until something changed who may read what. */
export class ReachBook {
  private changed: string | undefined;
  private readonly kept: Readonly<Record<Powers, Map<PersonId, Kept>>> = { all: new Map(), own: new Map() };

  constructor(private readonly pool: ReadingPool) {}

  /** Forgets all once the rows that say who may read what have moved, or others serve. */
  follow({ reachPosition, generation }: Pick<ProgressRow, 'reachPosition' | 'generation'>): void {
    const changed = `${String(generation)}/${String(reachPosition)}`;
    if (changed !== this.changed) for (const kept of Object.values(this.kept)) kept.clear();
    this.changed = changed;
  }

  of(reader: Asker): Promise<Reach> {
    const known = this.kept[reader.powers].get(reader.person);
    if (known && Date.now() - known.at < keptMs) return known.reach;
    return this.fresh(reader);
  }

  /** As the tables stand now, for a reader who asks for at least a certain position. */
  fresh({ person, powers }: Asker): Promise<Reach> {
    const kept = this.kept[powers];
    const reach = this.read(person, powers);
    if (kept.size >= keptMax) kept.clear();
    kept.set(person, { at: Date.now(), reach });
    reach.catch(() => kept.delete(person));
    return reach;
  }

  private async read(person: PersonId, powers: Powers): Promise<Reach> {
    const [row] = await this.pool.quick<{ banks: string[]; scopes: string[] }>({
      ...reaching[powers],
      values: [person],
    });
    return { banks: row?.banks ?? [], scopes: [...(row?.scopes ?? []), person] };
  }
}
