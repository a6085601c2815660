import { OutcomeUnknown, StoreUnavailable, type AppendVerdict, type EventStore } from '#kernel';
import { appendOf, freshStream } from '../contract/records.js';
import { FaultyStore, type Faults } from './faulty-store.js';
import { inMemoryEventStore } from './in-memory-event-store.js';

const everything: Faults = {
  unavailable: 0.2,
  straggling: 0.1,
  requestLost: 0.2,
  answerLost: 0.2,
  twice: 0.2,
  late: 0.2,
  redelivered: 0.2,
};

const failing = (faults: Partial<Faults>) => new FaultyStore(inMemoryEventStore(), 1, faults);

/** What each of fifty appends ended in. */
async function history(seed: number): Promise<readonly string[]> {
  const store = new FaultyStore(inMemoryEventStore(), seed, everything);
  const outcomes: string[] = [];
  for (let turn = 0; turn < 50; turn += 1) {
    outcomes.push(await outcomeOf(store.append(appendOf('trial-simulated', turn - 1))));
  }
  return outcomes;
}

function outcomeOf(append: Promise<AppendVerdict>): Promise<string> {
  return append.then(
    (verdict) => verdict.status,
    (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
  );
}

async function storedOf(store: EventStore, failure: new () => Error): Promise<number> {
  const append = appendOf(freshStream(), -1);
  await expect(store.append(append)).rejects.toThrow(failure);
  return Number(await store.head());
}

describe('a store that fails', () => {
  test('fails the same way again for the same seed, and otherwise for another', async () => {
    const first = await history(7);
    expect(await history(7)).toEqual(first);
    expect(await history(8)).not.toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(2);
  });

  test('stores nothing when it is away or the request is lost', async () => {
    expect(await storedOf(failing({ unavailable: 1 }), StoreUnavailable)).toBe(0);
    expect(await storedOf(failing({ requestLost: 1 }), OutcomeUnknown)).toBe(0);
  });

  test('has stored everything when the answer is lost', async () => {
    expect(await storedOf(failing({ answerLost: 1 }), OutcomeUnknown)).toBe(1);
  });

  test('takes a request that arrives twice once', async () => {
    const store = failing({ twice: 1 });
    expect(await store.append(appendOf(freshStream(), -1))).toEqual({ status: 'appended', position: 1n });
    expect(await store.head()).toBe(1n);
  });

  test('brings a batch twice to its reader', async () => {
    const store = failing({ redelivered: 1 });
    await store.append(appendOf(freshStream(), -1));
    const stop = new AbortController();
    const seen: bigint[] = [];
    const subscription = { after: 0n, categories: ['trial'], batchSize: 9, signal: stop.signal };
    for await (const { through } of store.subscribe(subscription)) {
      seen.push(through);
      if (seen.length === 2) stop.abort();
    }
    expect(seen).toEqual([1n, 1n]);
  });

  test('waits as long as it is told', async () => {
    const shares: number[] = [];
    const store = new FaultyStore(inMemoryEventStore(), 1, { late: 1 }, (share) => {
      shares.push(share);
      return Promise.resolve();
    });
    await store.append(appendOf(freshStream(), -1));
    expect(shares).toHaveLength(2);
  });
});
