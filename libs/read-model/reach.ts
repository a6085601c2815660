import type { PersonId } from '#kernel';
import type { ProgressRow } from './progress.js';
import type { ReadingPool } from './reading-pool.js';

/** What a person may read, from the read tables alone. */
export interface Reach {
  /** Banks whose directory the person may see. */
  readonly banks: readonly string[];
  /** Accounts, hubs and banks whose hours the person may see, and the person's own id. */
  readonly scopes: readonly string[];
}

/** Mandates and roles begin and end with the day. */
const keptMs = 60_000;
const keptMax = 10_000;

/** Remembers each person's reach for a minute, or until something changed who may read what. */
export class ReachBook {
  private changed: string | undefined;
  private readonly kept = new Map<PersonId, { readonly at: number; readonly reach: Promise<Reach> }>();

  constructor(private readonly pool: ReadingPool) {}

  /** Forgets all once the rows that say who may read what have moved, or others serve. */
  follow({ reachPosition, generation }: Pick<ProgressRow, 'reachPosition' | 'generation'>): void {
    const changed = `${String(generation)}/${String(reachPosition)}`;
    if (changed !== this.changed) this.kept.clear();
    this.changed = changed;
  }

  of(person: PersonId): Promise<Reach> {
    const known = this.kept.get(person);
    if (known && Date.now() - known.at < keptMs) return known.reach;
    return this.fresh(person);
  }

  /** As the tables stand now, for a reader who asks for at least a certain position. */
  fresh(person: PersonId): Promise<Reach> {
    const reach = this.read(person);
    if (this.kept.size >= keptMax) this.kept.clear();
    this.kept.set(person, { at: Date.now(), reach });
    reach.catch(() => this.kept.delete(person));
    return reach;
  }

  private async read(person: PersonId): Promise<Reach> {
    const [row] = await this.pool.query<{ banks: string[]; scopes: string[] }>({
      name: 'reach',
      text: 'select banks, scopes from read.reach_of($1)',
      values: [person],
    });
    return { banks: row?.banks ?? [], scopes: [...(row?.scopes ?? []), person] };
  }
}
