/** What a fault can strike. A read is one call, however long it lasts; every append counts for itself. */
export type Struck = 'append' | 'read' | 'subscription' | 'features';

export type Fault =
  /** Answers UNAVAILABLE and does nothing. */
  | { readonly kind: 'refuse' }
  /** Destroys all connections, and nothing was done. */
  | { readonly kind: 'cut before commit' }
  /** Stores what was asked and destroys all connections before the answer. */
  | { readonly kind: 'cut after commit' }
  /** Stores what was asked and never answers. */
  | { readonly kind: 'lose the answer' }
  /** Stores what was asked and answers later. */
  | { readonly kind: 'delay'; readonly milliseconds: number };

export interface FaultPlan {
  readonly on: Struck;
  /** So many calls go well first; 0 unless told. */
  readonly after?: number;
  /** So many calls are struck; 1 unless told. */
  readonly times?: number;
}

interface Planned {
  readonly fault: Fault;
  readonly on: Struck;
  after: number;
  times: number;
}

/** What goes wrong, by the count of calls. */
export class Faults {
  private planned: Planned[] = [];
  private readonly counts = new Map<Struck, number>();

  plan(fault: Fault, { on, after = 0, times = 1 }: FaultPlan): void {
    this.planned.push({ fault, on, after, times });
  }

  /** Everything goes well again. */
  clear(): void {
    this.planned = [];
  }

  /** How many calls of this kind were struck so far. */
  struck(on: Struck): number {
    return this.counts.get(on) ?? 0;
  }

  /** Called once for every call: the first plan whose turn has come strikes it. */
  next(on: Struck): Fault | undefined {
    const here = this.planned.filter((plan) => plan.on === on && plan.times > 0);
    const striking = here.find(({ after }) => after === 0);
    for (const plan of here) if (plan.after > 0) plan.after -= 1;
    if (!striking) return undefined;
    striking.times -= 1;
    this.counts.set(on, this.struck(on) + 1);
    return striking.fault;
  }
}
