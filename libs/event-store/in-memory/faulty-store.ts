import {
  OutcomeUnknown,
  StoreUnavailable,
  type Append,
  type AppendVerdict,
  type Batch,
  type EventStore,
  type Position,
  type StoredRecord,
  type StreamId,
  type Subscription,
} from '#kernel';

/** How often each thing goes wrong, from 0 to 1. */
export interface Faults {
  /** Nothing is stored, and the caller is told so. */
  readonly unavailable: number;
  /** The request is lost: nothing is stored, and the caller is not told. */
  readonly requestLost: number;
  /** The caller is not told, and the request arrives later: perhaps after it was sent again. */
  readonly straggling: number;
  /** Everything is stored, and the caller is not told. */
  readonly answerLost: number;
  /** The request arrives a second time. */
  readonly twice: number;
  /** The request, or a batch on its way to a reader, waits: `pause` says how. */
  readonly late: number;
  /** A batch comes to its reader a second time. */
  readonly redelivered: number;
}

/** A store that fails as networks do, the same way again for the same seed. For tests and simulation only. */
export class FaultyStore implements EventStore {
  private readonly chance: () => number;

  /** @param pause waits for a while on the simulation's clock; `share` from 0 to 1 says how long */
  constructor(
    private readonly store: EventStore,
    readonly seed: number,
    private readonly faults: Partial<Faults>,
    private readonly pause: (share: number) => Promise<void> = () => Promise.resolve(),
  ) {
    this.chance = chanceOf(seed);
  }

  async append(append: Append): Promise<AppendVerdict> {
    const [verdict] = await this.appendMany([append]);
    if (!verdict) throw new Error('an append without a verdict');
    return verdict;
  }

  async appendMany(appends: readonly Append[]): Promise<readonly AppendVerdict[]> {
    if (this.strikes('unavailable')) throw new StoreUnavailable('away');
    if (this.strikes('requestLost')) throw new OutcomeUnknown('the request was lost');
    if (this.strikes('straggling')) {
      void this.pause(this.chance()).then(() => this.store.appendMany(appends));
      throw new OutcomeUnknown('the request is still on its way');
    }
    await this.perhapsLate();
    const verdicts = await this.store.appendMany(appends);
    const again = this.strikes('twice') ? await this.store.appendMany(appends) : verdicts;
    if (this.strikes('answerLost')) throw new OutcomeUnknown('the answer was lost');
    await this.perhapsLate();
    return again;
  }

  async readStream(stream: StreamId, from: number, limit: number): Promise<readonly StoredRecord[]> {
    if (this.strikes('unavailable')) throw new StoreUnavailable('away');
    await this.perhapsLate();
    return this.store.readStream(stream, from, limit);
  }

  async *subscribe(subscription: Subscription): AsyncGenerator<Batch> {
    for await (const batch of this.store.subscribe(subscription)) {
      await this.perhapsLate();
      yield batch;
      if (this.strikes('redelivered')) yield batch;
    }
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

  private async perhapsLate(): Promise<void> {
    if (this.strikes('late')) await this.pause(this.chance());
  }

  private strikes(fault: keyof Faults): boolean {
    const share = this.faults[fault] ?? 0;
    return share > 0 && this.chance() < share;
  }
}

/** Mulberry32: numbers from 0 to 1 that only look like chance. */
function chanceOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
