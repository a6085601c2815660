import { BACKWARDS, END, type EventStoreDBClient, type ReadPosition } from '@eventstore/db-client';
import type { Position } from '#kernel';
import { readFailure } from './store-errors.js';
import { storeStream } from './store-identity.js';

const pageMax = 64;

/**
 * Position of the last record. What EventStoreDB writes for itself, in streams whose names begin with a dollar, does not
 * count: it may come at any time, and no reader ever meets it. What was looked at once is not looked at again.
 */
export class Head {
  private lookedTo: Position = 0n;
  private last: Position = 0n;

  constructor(private readonly client: EventStoreDBClient) {}

  /** @throws StoreUnavailable */
  async read(): Promise<Position> {
    let newest: Position | undefined;
    let from: ReadPosition = END;
    for (let count = 1; ; count = pageMax) {
      const page = await this.page(from, count);
      newest ??= page[0]?.position ?? 0n;
      // Less far than before: another log, of which nothing is known.
      if (newest < this.lookedTo) this.lookedTo = this.last = 0n;
      for (const { position, isRecord } of page) {
        if (position <= this.lookedTo) return this.found(newest, this.last);
        if (isRecord) return this.found(newest, position);
        from = { commit: position, prepare: position };
      }
      if (page.length < count) return this.found(newest, 0n);
    }
  }

  private found(newest: Position, last: Position): Position {
    if (newest >= this.lookedTo) {
      this.lookedTo = newest;
      this.last = last;
    }
    return last;
  }

  private async page(fromPosition: ReadPosition, maxCount: number): Promise<readonly Seen[]> {
    const seen: Seen[] = [];
    try {
      const events = this.client.readAll({ direction: BACKWARDS, fromPosition, maxCount, requiresLeader: true });
      for await (const { event } of events) {
        if (event) seen.push({ position: event.position.commit, isRecord: isOurs(event.streamId) });
      }
    } catch (cause) {
      throw readFailure(cause);
    }
    return seen;
  }
}

interface Seen {
  readonly position: Position;
  readonly isRecord: boolean;
}

function isOurs(stream: string): boolean {
  return !stream.startsWith('$') && stream !== storeStream;
}
