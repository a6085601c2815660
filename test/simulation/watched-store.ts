import {
  type Append,
  type AppendVerdict,
  type Batch,
  type EventStore,
  type Position,
  type StoredRecord,
  type StreamId,
  type Subscription,
} from '#kernel';

/** The store as nobody in the simulation sees it: what is durable at this very moment. */
export class WatchedStore implements EventStore {
  private readonly revisions = new Map<StreamId, number>();

  constructor(
    private readonly store: EventStore,
    private readonly onAppend: (append: Append, verdict: AppendVerdict) => void,
    /** Appends of several streams went together. */
    private readonly onShared: (verdicts: readonly AppendVerdict[]) => void,
  ) {}

  /** Of the stream's last record. */
  revisionOf(stream: StreamId): number {
    return this.revisions.get(stream) ?? -1;
  }

  async append(append: Append): Promise<AppendVerdict> {
    const [verdict] = await this.appendMany([append]);
    if (!verdict) throw new Error('an append without a verdict');
    return verdict;
  }

  async appendMany(appends: readonly Append[]): Promise<readonly AppendVerdict[]> {
    const verdicts = await this.store.appendMany(appends);
    if (appends.length > 1) this.onShared(verdicts);
    for (const [index, append] of appends.entries()) {
      const verdict = verdicts[index];
      if (!verdict) continue;
      this.onAppend(append, verdict);
      const last = append.records.at(-1)?.revision ?? -1;
      if (verdict.status === 'appended') {
        this.revisions.set(append.stream, Math.max(last, this.revisionOf(append.stream)));
      }
    }
    return verdicts;
  }

  readStream(stream: StreamId, from: number, limit: number): Promise<readonly StoredRecord[]> {
    return this.store.readStream(stream, from, limit);
  }

  subscribe(subscription: Subscription): AsyncIterable<Batch> {
    return this.store.subscribe(subscription);
  }

  head(): Promise<Position> {
    return this.store.head();
  }

  storeId(): Promise<string> {
    return this.store.storeId();
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
