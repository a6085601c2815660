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

  /** What one view throws is its own asker's alone. */
  add<T>(view: (state: ReadonlyState<S>, revision: number) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({
        see: (state, revision) => {
          try {
            resolve(view(state, revision));
          } catch (cause) {
            reject(cause as Error);
          }
        },
        fail: reject,
      });
    });
  }

  async serve(): Promise<void> {
    if (!this.areWaiting) return;
    const looks = this.waiting;
    this.waiting = [];
    try {
      await this.memory.catchUp();
      for (const look of looks) look.see(readonlyView(this.memory.state), this.memory.revision);
    } catch (cause) {
      for (const look of looks) look.fail(cause);
    }
  }
}
