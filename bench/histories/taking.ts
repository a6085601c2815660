import type { Append, EventStore, Position } from '#kernel';

/** Takes records in, many at a time. */
export interface Taking {
  /** Resolves when there is room for more. */
  take(append: Append): Promise<void>;
  /** Resolves when all of them are there, with the position of the last. */
  end(): Promise<Position>;
  close(): Promise<void>;
}

/** Through the store: an append is on its way while the next is made. */
export class Appending implements Taking {
  private stored: Promise<void> = Promise.resolve();

  constructor(private readonly store: Pick<EventStore, 'append' | 'head'>) {}

  async take(append: Append): Promise<void> {
    await this.stored;
    this.stored = this.append(append);
    this.stored.catch(() => undefined); // thrown where it is awaited
  }

  async end(): Promise<Position> {
    await this.stored;
    return this.store.head();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async append(append: Append): Promise<void> {
    const { status } = await this.store.append(append);
    if (status !== 'appended') throw new Error('somebody else writes into this history');
  }
}
