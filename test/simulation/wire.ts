import type { Append, AppendVerdict, Batch, EventStore, Position, StoredRecord, StreamId, Subscription } from '#kernel';
import type { Chance } from '../holding/seed.js';
import type { VirtualTime } from './virtual-time.js';

/**
 * What a process has of the world. Everything on it takes time. Cut, the process hears nothing any more and so does
 * nothing any more; what it sent before may still arrive.
 */
export class Wire {
  private cut = false;

  constructor(
    private readonly time: VirtualTime,
    private readonly luck: Chance,
  ) {}

  /** The process is killed. */
  end(): void {
    this.cut = true;
  }

  pause = async (ms: number): Promise<void> => {
    await this.time.pause(ms);
    await this.heard();
  };

  async call<T>(work: () => Promise<T>): Promise<T> {
    await this.time.pause(this.luck.between(1, 4));
    if (this.cut && this.luck.between(0, 1) === 0) await this.heard();
    try {
      return await work();
    } finally {
      await this.time.pause(this.luck.between(1, 4));
      await this.heard();
    }
  }

  private async heard(): Promise<void> {
    if (this.cut) await new Promise(() => undefined);
  }
}

/** The store at the other end of a wire. */
export class WiredStore implements EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly wire: Wire,
  ) {}

  append(append: Append): Promise<AppendVerdict> {
    return this.wire.call(() => this.store.append(append));
  }

  appendMany(appends: readonly Append[]): Promise<readonly AppendVerdict[]> {
    return this.wire.call(() => this.store.appendMany(appends));
  }

  readStream(stream: StreamId, from: number, limit: number): Promise<readonly StoredRecord[]> {
    return this.wire.call(() => this.store.readStream(stream, from, limit));
  }

  async *subscribe(subscription: Subscription): AsyncGenerator<Batch> {
    for await (const batch of this.store.subscribe(subscription)) {
      await this.wire.pause(1);
      yield batch;
    }
  }

  head(): Promise<Position> {
    return this.wire.call(() => this.store.head());
  }

  storeId(): Promise<string> {
    return this.wire.call(() => this.store.storeId());
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
