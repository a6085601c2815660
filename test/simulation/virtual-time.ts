import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Chance } from '../holding/seed.js';

interface Waiting {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * The only clock of a simulation. Nothing passes by itself: when everybody waits, time goes on to whoever waits for the
 * earliest moment; of those who wait for the same one, chance names the next.
 */
export class VirtualTime {
  now = 0;
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly luck: Chance,
    private readonly endsAt: number,
    private readonly onStep: (now: number, waiting: number) => void,
  ) {}

  pause(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.waiting.push({ at: this.now + Math.max(0, Math.round(ms)), wake });
    });
  }

  /** @throws Error when time is over before the work is, or when nothing is left that could bring it to its end */
  async run<T>(work: Promise<T>): Promise<T> {
    const state = { over: false };
    const end = () => (state.over = true);
    work.then(end, end);
    for (;;) {
      await nextTurn(); // everything that can happen now has happened
      if (state.over) return work;
      this.step();
    }
  }

  private step(): void {
    const at = this.waiting.reduce((earliest, one) => (one.at < earliest ? one.at : earliest), Infinity);
    if (at > this.endsAt) throw new Error(`at ${String(this.now)} ms somebody still waits for what never comes`);
    const places = [...this.waiting.keys()].filter((place) => this.waiting[place]?.at === at);
    const [next] = this.waiting.splice(this.luck.oneOf(places), 1);
    this.now = at;
    this.onStep(at, this.waiting.length);
    next?.wake();
  }
}
