import { StoreDamaged, type Batch, type EventStore } from '#kernel';
import { collect, collectThrough, idsOf } from './collecting.js';
import { appendOf, freshStream } from './records.js';

export function subscribing(store: () => EventStore, reader: () => EventStore): void {
  test('what is there comes first, then what is appended later, each once and in order', async () => {
    const stream = freshStream();
    const after = await store().head();
    const early = appendOf(stream, -1, 5);
    await store().append(early);
    const late = appendOf(stream, 4, 3);
    const last = late.records.at(-1)?.id;

    const reading = collect(reader(), { after, batchSize: 2 }, (batch) => batch.records.some(({ id }) => id === last));
    await store().append(late);
    expect(idsOf(await reading)).toEqual([...early.records, ...late.records].map((record) => record.id));
  });

  test('a record that stands in another store too has its own place in each', async () => {
    const elsewhere = 987_654_321_987n;
    const append = appendOf(freshStream(), -1, 2);
    const records = append.records.map((record) => ({ ...record, position: elsewhere }));
    const after = await store().head();
    await store().append({ ...append, records });
    const through = await store().head();
    const read = (await collectThrough(store(), { after }, through)).flatMap((batch) => batch.records);
    expect(idsOf([{ records: read, through }])).toEqual(append.records.map(({ id }) => id));
    expect(read.at(-1)?.position).toBe(through);
    expect(records.map(({ position }) => position)).toEqual([elsewhere, elsewhere]);
  });

  test('a waiting reader is woken by each append', async () => {
    const stream = freshStream();
    const stop = new AbortController();
    const after = await store().head();
    const subscription = { after, categories: ['trial'], batchSize: 10, signal: stop.signal };
    const subscribed = reader().subscribe(subscription)[Symbol.asyncIterator]();
    for (let revision = 0; revision < 5; revision += 1) {
      const next = subscribed.next();
      const append = appendOf(stream, revision - 1);
      await store().append(append);
      const { value } = (await next) as IteratorYieldResult<Batch>;
      expect(idsOf([value])).toEqual(append.records.map((record) => record.id));
    }
    stop.abort();
    expect(await subscribed.next()).toEqual({ done: true, value: undefined });
  });

  test('only the categories asked for come, yet the reader passes the others', async () => {
    const after = await store().head();
    const wanted = appendOf(freshStream('trialperson'), -1, 2);
    await store().append(appendOf(freshStream('trial'), -1, 3));
    await store().append(wanted);
    await store().append(appendOf(freshStream('trialnetwork'), -1, 3));
    const through = await store().head();

    const batches = await collectThrough(reader(), { after, categories: ['trialperson'], batchSize: 2 }, through);
    expect(idsOf(batches)).toEqual(wanted.records.map((record) => record.id));
    expect(batches.at(-1)?.through).toBe(through);
    expect(batches.length).toBeGreaterThan(1);
  });

  test('a category is matched whole', async () => {
    const after = await store().head();
    await store().append(appendOf(freshStream('trialpersonal'), -1));
    const through = await store().head();
    expect(idsOf(await collectThrough(reader(), { after, categories: ['trialperson'] }, through))).toEqual([]);
  });

  test.each([1, 3, 7, 1000])('batches hold at most %i records and say how far they reach', async (batchSize) => {
    const after = await store().head();
    await store().append(appendOf(freshStream(), -1, 8));
    const through = await store().head();
    const batches = await collectThrough(reader(), { after, batchSize }, through);
    let reached = after;
    for (const batch of batches) {
      expect(batch.records.length).toBeLessThanOrEqual(batchSize);
      expect(batch.through > reached).toBe(true);
      expect(batch.records.at(-1)?.position).toBe(batch.through);
      reached = batch.through;
    }
    expect(batches.flatMap((batch) => batch.records)).toHaveLength(8);
  });

  test('reading goes on from any position', async () => {
    const append = appendOf(freshStream(), -1, 6);
    await store().append(append);
    const stored = await store().readStream(append.stream, 0, 6);
    const through = stored.at(-1)?.position ?? 0n;
    for (const [index, { position }] of stored.slice(0, -1).entries()) {
      const batches = await collectThrough(reader(), { after: position }, through);
      expect(idsOf(batches)).toEqual(append.records.slice(index + 1).map((record) => record.id));
    }
  });

  test('a slow reader holds nobody up and misses nothing', async () => {
    const stream = freshStream();
    const stop = new AbortController();
    const after = await store().head();
    const subscription = { after, categories: ['trial'], batchSize: 4, signal: stop.signal };
    const subscribed = reader().subscribe(subscription)[Symbol.asyncIterator]();
    const first = appendOf(stream, -1, 4);
    await store().append(first);
    const batches = [((await subscribed.next()) as IteratorYieldResult<Batch>).value];

    const ids = first.records.map((record) => record.id);
    for (let revision = 4; revision < 24; revision += 1) {
      const append = appendOf(stream, revision - 1);
      expect(await store().append(append)).toMatchObject({ status: 'appended' });
      ids.push(...append.records.map((record) => record.id));
    }
    while (idsOf(batches).length < ids.length) {
      batches.push(((await subscribed.next()) as IteratorYieldResult<Batch>).value);
    }
    expect(idsOf(batches)).toEqual(ids);
    stop.abort();
    expect((await subscribed.next()).done).toBe(true);
  });

  test('an abort ends a waiting reader, and one that begins aborted reads nothing', async () => {
    const stop = new AbortController();
    const after = await store().head();
    const subscription = { after, categories: ['trial'], batchSize: 1, signal: stop.signal };
    const waiting = reader().subscribe(subscription)[Symbol.asyncIterator]().next();
    stop.abort();
    expect((await waiting).done).toBe(true);
    const aborted = reader().subscribe({ ...subscription, after: 0n });
    const never = aborted[Symbol.asyncIterator]();
    expect((await never.next()).done).toBe(true);
  });

  test('a reader beyond the head stands in another history', async () => {
    const after = (await store().head()) + 1n;
    await expect(collect(reader(), { after }, () => true)).rejects.toThrow(StoreDamaged);
  });
}
