import {
  EventTooLarge,
  OutcomeUnknown,
  StoreUnavailable,
  type Append,
  type AppendVerdict,
  type EventStore,
  type StreamId,
} from '#kernel';
import { appendOf, freshStream, recordOf } from '../contract/records.js';
import { FaultyStore } from '../in-memory/faulty-store.js';
import { inMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import { Flusher } from './flusher.js';

/** A store whose flushes are seen, and end when they are let go. */
function held(inner: EventStore = inMemoryEventStore()) {
  const flushes: (readonly Append[])[] = [];
  const gates: (() => void)[] = [];
  const appendMany = async (appends: readonly Append[]): Promise<readonly AppendVerdict[]> => {
    flushes.push(appends);
    await new Promise<void>((resolve) => gates.push(resolve));
    return inner.appendMany(appends);
  };
  const release = async (flush: number): Promise<void> => {
    gates[flush]?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store: Object.assign(Object.create(inner) as EventStore, { appendMany }), flushes, release };
}

const sizesOf = (flushes: readonly (readonly Append[])[]) => flushes.map((appends) => appends.length);

describe('the flusher', () => {
  test('a lone append goes at once', () => {
    const { store, flushes } = held();
    void new Flusher(store).append(appendOf(freshStream(), -1));
    expect(sizesOf(flushes)).toEqual([1]);
  });

  test('what comes during a flush goes together in the next', async () => {
    const { store, flushes, release } = held();
    const flusher = new Flusher(store);
    const verdicts = Array.from({ length: 5 }, () => flusher.append(appendOf(freshStream(), -1)));
    await release(0);
    expect(sizesOf(flushes)).toEqual([1, 4]);
    await release(1);
    for (const verdict of await Promise.all(verdicts)) expect(verdict.status).toBe('appended');
  });

  test('a stream stands once in a flush, and its appends keep their order', async () => {
    const { store, flushes, release } = held();
    const flusher = new Flusher(store);
    const [stream, other] = [freshStream(), freshStream()];
    const appends = [
      appendOf(other, -1),
      appendOf(stream, -1),
      appendOf(stream, 0),
      appendOf(other, 0),
      appendOf(stream, 1),
    ];
    const verdicts = appends.map((append) => flusher.append(append));
    for (const flush of [0, 1, 2, 3]) await release(flush);
    expect(flushes.map((flush) => flush.map((append) => appends.indexOf(append)))).toEqual([[0], [1, 3], [2], [4]]);
    expect((await Promise.all(verdicts)).map((verdict) => verdict.status)).toEqual(appends.map(() => 'appended'));
  });

  test.each([
    { bytesMax: 400, flushes: [1, 4, 1] },
    { bytesMax: 399, flushes: [1, 3, 2] },
    { bytesMax: 1, flushes: [1, 1, 1, 1, 1, 1] },
  ])('of records of 100 bytes a flush of $bytesMax takes no more than fit', async ({ bytesMax, flushes: sizes }) => {
    const { store, flushes, release } = held();
    const flusher = new Flusher(store, bytesMax);
    const verdicts = Array.from({ length: 6 }, () => {
      const stream = freshStream() as StreamId;
      return flusher.append({ stream, expectedRevision: -1, records: [recordOf(stream, 0, 100)] });
    });
    for (const flush of sizes.keys()) await release(flush);
    await Promise.all(verdicts);
    expect(sizesOf(flushes)).toEqual(sizes);
  });

  test('each caller gets its own verdict', async () => {
    const flusher = new Flusher(inMemoryEventStore());
    const taken = appendOf(freshStream(), -1);
    await flusher.append(taken);
    const verdicts = await Promise.all([
      flusher.append(appendOf(freshStream(), -1)),
      flusher.append(appendOf(taken.stream, -1)),
      flusher.append(appendOf(taken.stream, 0, 0)),
    ]);
    expect(verdicts).toMatchObject([
      { status: 'appended' },
      { status: 'conflict', revision: 0 },
      { status: 'appended' },
    ]);
  });

  test('what is too large is refused before it waits, and the others go on', async () => {
    const { store, flushes } = held();
    const stream = freshStream() as StreamId;
    const tooLarge = { stream, expectedRevision: -1, records: [recordOf(stream, 0, 256 * 1024 + 1)] };
    await expect(new Flusher(store).append(tooLarge)).rejects.toThrow(EventTooLarge);
    expect(flushes).toEqual([]);
  });

  test.each([
    { faults: { unavailable: 1 }, failure: StoreUnavailable },
    { faults: { answerLost: 1 }, failure: OutcomeUnknown },
  ])('a failure of the store reaches everybody who waits: $failure.name', async ({ faults, failure }) => {
    const flusher = new Flusher(new FaultyStore(inMemoryEventStore(), 1, faults));
    const appends = Array.from({ length: 3 }, () => flusher.append(appendOf(freshStream(), -1)));
    for (const append of await Promise.allSettled(appends)) {
      expect(append).toMatchObject({ status: 'rejected', reason: expect.any(failure) as unknown });
    }
  });

  test('one append that the store cannot take fails alone', async () => {
    const inner = inMemoryEventStore();
    const cursed = appendOf(freshStream(), -1);
    const appendMany = (appends: readonly Append[]) =>
      appends.includes(cursed) ? Promise.reject(new TypeError('cursed')) : inner.appendMany(appends);
    const flusher = new Flusher(Object.assign(Object.create(inner) as EventStore, { appendMany }));
    const first = flusher.append(appendOf(freshStream(), -1));
    const others = [cursed, appendOf(freshStream(), -1), appendOf(freshStream(), -1)].map((append) =>
      flusher.append(append),
    );
    expect(await first).toMatchObject({ status: 'appended' });
    expect((await Promise.allSettled(others)).map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  test.each([1, 2, 3, 4, 5])(
    'under every fault, sent again until it is definite, each is stored once (seed %i)',
    async (seed) => {
      const inner = inMemoryEventStore();
      const faults = { unavailable: 0.2, requestLost: 0.2, answerLost: 0.2, twice: 0.2 };
      const flusher = new Flusher(new FaultyStore(inner, seed, faults));
      const sent = async (append: Append): Promise<AppendVerdict> => {
        for (;;) {
          const verdict = await flusher.append(append).catch(() => undefined);
          if (verdict) return verdict;
        }
      };
      const streams = Array.from({ length: 8 }, () => freshStream());
      await Promise.all(
        streams.map(async (stream) => {
          for (let revision = -1; revision < 19; revision += 1) {
            expect(await sent(appendOf(stream, revision))).toMatchObject({ status: 'appended' });
          }
        }),
      );
      expect(await inner.head()).toBe(160n);
    },
  );
});
