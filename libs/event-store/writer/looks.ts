import { readonlyView, type AnyEvent, type Command, type ReadonlyState } from '#kernel';
import type { StreamMemory } from './stream-memory.js';

interface Look<S extends object> {
  readonly see: (state: ReadonlyState<S>, revision: number) => void;
  readonly fail: (cause: unknown) => void;
}

/** Those who wait to look at a stream's state: however many wait, the store is asked once. */
export class Looks<C extends Command, E extends AnyEvent, S extends object> {
  private waiting: Look<S>[] = [];

  constructor(private readonly memory: StreamMemory<C, E, S>) {}

  get areWaiting(): boolean {
    return this.waiting.length > 0;
  }

  add<T>(view: (state: ReadonlyState<S>, revision: number) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({
        see: (state, revision) => {
          resolve(view(state, revision));
        },
        fail: reject,
      });
    });
  }

  async serve(): Promise<void> {
    const looks = this.waiting;
    if (looks.length === 0) return;
    this.waiting = [];
    try {
      await this.memory.catchUp();
    } catch (cause) {
      for (const look of looks) look.fail(cause);
      return;
    }
    for (const look of looks) this.show(look);
  }

  /** What one view throws is its own asker's alone. */
  private show({ see, fail }: Look<S>): void {
    try {
      see(readonlyView(this.memory.state), this.memory.revision);
    } catch (cause) {
      fail(cause);
    }
  }
}
