import {
  categoryOf,
  StoreDamaged,
  type Append,
  type AppendVerdict,
  type Batch,
  type EventStore,
  type Position,
  type StoredRecord,
  type StreamId,
  type Subscription,
} from '#kernel';
import { requireStorable } from '../append-limits.js';

/** Keeps its records as long as the process lives: for tests and simulation only. */
class InMemoryEventStore implements EventStore {
  private readonly all: StoredRecord[] = [];
  private readonly streams = new Map<StreamId, StoredRecord[]>();
  private readonly waiting = new Set<() => void>();
  private readonly id = crypto.randomUUID();
  private closed = false;

  async append(append: Append): Promise<AppendVerdict> {
    const [verdict] = await this.appendMany([append]);
    if (!verdict) throw new Error('an append without a verdict');
    return verdict;
  }

  async appendMany(appends: readonly Append[]): Promise<readonly AppendVerdict[]> {
    await Promise.resolve();
    requireStorable(appends);
    const verdicts = appends.map((append) => this.decide(append));
    this.wake();
    return verdicts;
  }

  async readStream(stream: StreamId, from: number, limit: number): Promise<readonly StoredRecord[]> {
    return Promise.resolve((this.streams.get(stream) ?? []).slice(from, from + limit));
  }

  async *subscribe({ after, categories, batchSize, signal }: Subscription): AsyncGenerator<Batch> {
    if (after > this.last()) throw new StoreDamaged(`the reader is at ${String(after)}, beyond the store's head`);
    let through = after;
    while (!signal.aborted && !this.closed) {
      const read = this.all.slice(Number(through), Number(through) + batchSize);
      if (read.length === 0) {
        await this.next(signal);
        continue;
      }
      through += BigInt(read.length);
      yield { records: read.filter((record) => categories.includes(categoryOf(record.stream))), through };
    }
  }

  head(): Promise<Position> {
    return Promise.resolve(this.last());
  }

  storeId(): Promise<string> {
    return Promise.resolve(this.id);
  }

  close(): Promise<void> {
    this.closed = true;
    this.wake();
    return Promise.resolve();
  }

  private decide({ stream, expectedRevision, records }: Append): AppendVerdict {
    const held = this.streams.get(stream) ?? [];
    const revision = held.length - 1;
    if (revision !== expectedRevision) {
      const standing = records.map((record) => held[record.revision]);
      const last = standing.at(-1);
      const same = standing.every((record, index) => record?.id === records[index]?.id);
      return last && same ? { status: 'appended', position: last.position } : { status: 'conflict', revision };
    }
    for (const record of records) {
      const stored: StoredRecord = { ...record, position: this.last() + 1n };
      this.all.push(stored);
      held.push(stored);
    }
    this.streams.set(stream, held);
    return { status: 'appended', position: this.last() };
  }

  private last(): Position {
    return BigInt(this.all.length);
  }

  private wake(): void {
    for (const woken of this.waiting) woken();
  }

  private async next(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }
}

export function inMemoryEventStore(): EventStore {
  return new InMemoryEventStore();
}
