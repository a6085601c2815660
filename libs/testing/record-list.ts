import {
  categoryOf,
  streamOf,
  type Batch,
  type Codec,
  type CommandId,
  type EventStore,
  type Instant,
  type PersonId,
  type Position,
  type Recorded,
  type StoredRecord,
  type StreamId,
  type Subscription,
  type Vault,
} from '#kernel';

type Happened = Pick<Recorded, 'stream' | 'event'> & Partial<Pick<Recorded, 'recordedAt' | 'actor'>>;

/** Records as a view meets them, without a codec's bytes: a list that can be subscribed to, and grows while it is. */
export class RecordList implements Pick<EventStore, 'readStream' | 'subscribe' | 'head' | 'storeId'> {
  private readonly all: StoredRecord[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly last = new Map<StreamId, number>();
  private readonly id = crypto.randomUUID();

  /** Reads what the list holds, and nothing else. */
  readonly codec: Pick<Codec, 'decode'> = { decode: ({ text }) => JSON.parse(text) as Recorded };

  /** The texts of a test are not sealed: each is its own words. */
  readonly vault: Pick<Vault, 'open'> = { open: ({ text }) => Promise.resolve(text) };

  happened(...events: readonly Happened[]): Position {
    for (const event of events) this.add(event);
    for (const wake of this.waiting) wake();
    return BigInt(this.all.length);
  }

  readStream(stream: StreamId, from: number, limit: number): Promise<readonly StoredRecord[]> {
    const held = this.all.filter((record) => record.stream === stream);
    return Promise.resolve(held.slice(from, from + limit));
  }

  async *subscribe({ after, categories, batchSize, signal }: Subscription): AsyncGenerator<Batch> {
    let through = after;
    while (!signal.aborted) {
      const read = this.all.slice(Number(through), Number(through) + batchSize);
      if (read.length === 0) {
        await this.more(signal);
        continue;
      }
      through += BigInt(read.length);
      yield { records: read.filter((record) => categories.includes(categoryOf(record.stream))), through };
    }
  }

  head(): Promise<Position> {
    return Promise.resolve(BigInt(this.all.length));
  }

  storeId(): Promise<string> {
    return Promise.resolve(this.id);
  }

  private add({ stream, event, ...rest }: Happened): void {
    const revision = (this.last.get(stream) ?? -1) + 1;
    this.last.set(stream, revision);
    const recorded: Recorded = {
      stream,
      revision,
      recordedAt: '2026-03-02T10:00:00.000Z' as Instant,
      command: { id: crypto.randomUUID() as CommandId, hash: '', keys: [], index: 0, count: 1 },
      actor: { person: crypto.randomUUID() as PersonId },
      correlation: '',
      event,
      ...rest,
    };
    const position = BigInt(this.all.length + 1);
    const text = JSON.stringify(recorded);
    this.all.push({
      stream,
      revision,
      type: event.type,
      id: recorded.command.id,
      hash: new Uint8Array(32),
      text,
      position,
    });
  }

  private more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

export function journalOf(bank: string): StreamId {
  return streamOf('journal', bank);
}
