import fc from 'fast-check';
import type { Append, EventStore, StreamId } from '#kernel';
import { collectThrough, idsOf } from './collecting.js';
import { appendOf, freshStream } from './records.js';

/** One append of a flush: to one of four streams, as far from its true revision as `off` says, or an earlier one again. */
const step = fc.record({
  stream: fc.nat(3),
  off: fc.constantFrom(0, 0, 0, 0, -1, 1, -2),
  count: fc.nat(4),
  again: fc.boolean(),
});
const flushes = fc.array(fc.uniqueArray(step, { selector: ({ stream }) => stream, minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
});

/** Streams as lists of ids: all there is to know about a store. */
class Model {
  readonly order: string[] = [];
  private readonly streams = new Map<StreamId, string[]>();

  revision(stream: StreamId): number {
    return this.ids(stream).length - 1;
  }

  ids(stream: StreamId): readonly string[] {
    return this.streams.get(stream) ?? [];
  }

  append({ stream, expectedRevision, records }: Append): 'appended' | 'conflict' {
    const ids = this.ids(stream);
    const asked = records.map((record) => record.id);
    if (expectedRevision !== this.revision(stream)) {
      const there = ids.slice(expectedRevision + 1, expectedRevision + 1 + asked.length);
      return asked.length > 0 && there.join() === asked.join() ? 'appended' : 'conflict';
    }
    this.streams.set(stream, [...ids, ...asked]);
    this.order.push(...asked);
    return 'appended';
  }
}

async function run(
  store: EventStore,
  steps: readonly (readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[])[],
) {
  const model = new Model();
  const streams = Array.from({ length: 4 }, () => freshStream() as StreamId);
  const sent = new Map<StreamId, Append>();
  const after = await store.head();
  for (const flush of steps) {
    const appends = flush.map(({ stream: index, off, count, again }) => {
      const stream = streams[index] ?? (freshStream() as StreamId);
      const append = (again && sent.get(stream)) || appendOf(stream, Math.max(-1, model.revision(stream) + off), count);
      sent.set(stream, append);
      return append;
    });
    const verdicts = await store.appendMany(appends);
    expect(verdicts.map((verdict) => verdict.status)).toEqual(appends.map((append) => model.append(append)));
    verdicts.forEach((verdict, index) => {
      const stream = appends[index]?.stream;
      if (stream && verdict.status === 'conflict') expect(verdict.revision).toBe(model.revision(stream));
    });
  }
  for (const stream of streams) {
    const stored = await store.readStream(stream, 0, 1000);
    expect(stored.map((record) => record.id)).toEqual(model.ids(stream));
  }
  const through = await store.head();
  const batches = through === after ? [] : await collectThrough(store, { after, batchSize: 5 }, through);
  expect([...idsOf(batches)].sort()).toEqual([...model.order].sort());
}

export function model(store: () => EventStore): void {
  test('random flushes end as in the model', async () => {
    await fc.assert(
      fc.asyncProperty(flushes, (steps) => run(store(), steps)),
      { numRuns: 60 },
    );
  }, 60_000);
}
