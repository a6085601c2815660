import { binaryEvent, EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { StoreDamaged, type Batch, type EventStore, type StreamId } from '#kernel';
import { startBeforeCaughtUp, startEventStoreDbDouble, type EventStoreDbDouble } from '#testing';
import { collect, collectThrough, idsOf } from '../contract/collecting.js';
import { appendOf, freshStream } from '../contract/records.js';
import { eventStoreDbEventStore } from './eventstoredb-event-store.js';
import { openEventStoreDb } from './open-eventstoredb.js';

let double: EventStoreDbDouble;
let client: EventStoreDBClient;
let store: EventStore;
let stop: () => Promise<void>;
let url: string;

beforeEach(async () => {
  double = await startEventStoreDbDouble();
  ({ url } = double);
  client = EventStoreDBClient.connectionString(url);
  store = eventStoreDbEventStore(client);
  stop = async () => {
    await store.close();
    await client.dispose();
    await double.stop();
  };
});
afterEach(() => stop());

/** As EventStoreDB notes what concerns itself. */
async function notices(count: number): Promise<void> {
  const noticed = Array.from({ length: count }, () => jsonEvent({ type: 'Noticed', data: {} }));
  await client.appendToStream(freshStream('$stats'), noticed, { expectedRevision: NO_STREAM });
}

describe('what EventStoreDB writes for itself', () => {
  test('moves neither the head nor a reader, and a reader goes on behind it', async () => {
    const append = appendOf(freshStream(), -1, 3);
    await store.append(append);
    const head = await store.head();
    await notices(150);
    expect(await store.head()).toBe(head);
    expect((await collectThrough(store, { after: 0n }, head)).at(-1)?.through).toBe(head);

    const late = appendOf(freshStream(), -1, 2);
    await store.append(late);
    await notices(3);
    const through = await store.head();
    expect(through > head).toBe(true);
    const batches = await collectThrough(store, { after: head }, through);
    expect(idsOf(batches)).toEqual(late.records.map((record) => record.id));
    expect(batches.at(-1)?.through).toBe(through);
  });

  test('alone makes no head', async () => {
    await notices(70);
    expect(await store.head()).toBe(0n);
    await store.storeId();
    expect(await store.head()).toBe(0n);
  });
});

describe('a reader of one category', () => {
  test('passes what was written to others while it waits', async () => {
    const stop = new AbortController();
    const subscription = { after: 0n, categories: ['trial'], batchSize: 10, signal: stop.signal };
    const reading = store.subscribe(subscription)[Symbol.asyncIterator]();
    await store.append(appendOf(freshStream(), -1));
    await reading.next();
    await store.append(appendOf(freshStream('trialperson'), -1, 3));
    const { value } = (await reading.next()) as IteratorYieldResult<{ records: unknown[]; through: bigint }>;
    expect(value).toEqual({ records: [], through: await store.head() });
    stop.abort();
  }, 10_000);

  test('gets what lies in the past in whole batches, however it comes', async () => {
    const stream = freshStream();
    for (let revision = -1; revision < 899; revision += 300) await store.append(appendOf(stream, revision, 300));
    const batches = await collectThrough(store, { after: 0n, batchSize: 400 }, await store.head());
    expect(batches.map(({ records }) => records.length)).toEqual([400, 400, 100]);
  });

  test('far behind goes on from a checkpoint among what it passes', async () => {
    const other = freshStream('trialperson');
    for (let revision = -1; revision < 2_999; revision += 500) await store.append(appendOf(other, revision, 500));
    const wanted = appendOf(freshStream(), -1);
    await store.append(wanted);
    const batches = await collectThrough(store, { after: 0n }, await store.head());
    expect(batches.length).toBeGreaterThan(1);
    expect(idsOf(batches)).toEqual(wanted.records.map((record) => record.id));
    for (const { through } of batches.slice(0, -1)) {
      const again = await collect(store, { after: through }, ({ records }) => records.length > 0);
      expect(idsOf(again)).toEqual(wanted.records.map((record) => record.id));
    }
  }, 20_000);
});

describe('a reader that is sent away because more comes than it takes', () => {
  test('goes on behind what it took, once and in order, and the store is in no doubt', async () => {
    const stop = new AbortController();
    const subscription = { after: 0n, categories: ['trial'], batchSize: 100, signal: stop.signal };
    double.faults.plan({ kind: 'delay', milliseconds: 0 }, { on: 'subscription', times: Infinity }); // counts them
    const [appended, read]: [string[], string[]] = [[], []];
    const reading = store.subscribe(subscription)[Symbol.asyncIterator]();
    while (double.faults.struck('subscription') < 2) {
      const burst = appendOf(freshStream(), -1, 250);
      await store.append(burst);
      appended.push(...burst.records.map(({ id }) => id));
      while (read.length < appended.length) {
        const { value } = (await reading.next()) as IteratorYieldResult<Batch>;
        read.push(...idsOf([value]));
      }
    }
    stop.abort();
    expect(read).toEqual(appended);
    double.faults.plan({ kind: 'refuse' }, { on: 'read' });
    expect(await store.append(appendOf(freshStream(), -1))).toMatchObject({ status: 'appended' });
  }, 20_000);
});

describe('records that this process appended', () => {
  test('come to its readers as the very objects', async () => {
    const append = appendOf(freshStream(), -1, 3);
    await store.append(append);
    const own = (await collectThrough(store, { after: 0n }, await store.head())).flatMap(({ records }) => records);
    expect(own.map((record, index) => record === append.records[index])).toEqual([true, true, true]);
  });
});

describe('a damaged store', () => {
  const bytes = Buffer.from('{"revision":0}\n["a"]');

  test.each([
    { what: 'another id', event: () => binaryEvent({ type: 'SomethingHappened', data: bytes }) },
    { what: 'no record', event: () => jsonEvent({ type: 'SomethingHappened', data: {} }) },
  ])('is told of $what, with the stream and revision', async ({ event }) => {
    const stream = freshStream();
    await client.appendToStream(stream, event(), { expectedRevision: NO_STREAM });
    const damaged = new RegExp(`^${stream} revision 0`);
    await expect(store.readStream(stream as StreamId, 0, 1)).rejects.toThrow(damaged);
    await expect(store.readStream(stream as StreamId, 0, 1)).rejects.toThrow(StoreDamaged);
    await expect(collect(store, { after: 0n }, () => true)).rejects.toThrow(damaged);
  });
});

describe('the id of a store', () => {
  test('is one, whoever asks first', async () => {
    const stores = Array.from({ length: 8 }, () => eventStoreDbEventStore(client));
    const ids = await Promise.all(stores.map((one) => one.storeId()));
    expect(new Set(ids).size).toBe(1);
  });
});

describe('opening', () => {
  test('a store that answers', async () => {
    const opened = await openEventStoreDb(url);
    expect(await opened.storeId()).toBe(await store.storeId());
    await opened.close();
  });

  test.each([
    {
      address: 'esdb://127.0.0.1:1?tls=false',
      sentence: /^EventStoreDB at 127\.0\.0\.1:1 cannot be reached: start it/,
    },
    { address: 'esdb://anna:secret@127.0.0.1:1?password=x', sentence: /^EVENT_STORE_URL is no address/ },
    { address: 'esdb://127.0.0.1:1?tlsCAFile=/nowhere.crt', sentence: /^EVENT_STORE_URL names an option or a file/ },
  ])('$address says what is wrong', async ({ address, sentence }) => {
    await expect(openEventStoreDb(address)).rejects.toThrow(sentence);
  });

  test('an address that stands elsewhere than in a setting, what is wrong is looked for there', async () => {
    await expect(openEventStoreDb('esdb://a?no=option', '--to')).rejects.toThrow(/^--to is no address/);
    await expect(openEventStoreDb('esdb://127.0.0.1:1?tls=false', '--to')).rejects.toThrow(/start it, or set --to \(/);
  });

  test('a server that does not say when a subscription has caught up names the version that does', async () => {
    const older = await startBeforeCaughtUp(url);
    await expect(openEventStoreDb(older.url)).rejects.toThrow(
      /cannot be used .*: version 23\.10 or later is needed\.$/,
    );
    older.stop();
  });

  test('securely what runs insecurely says so', async () => {
    await expect(openEventStoreDb(url.replace('?tls=false', ''))).rejects.toThrow(/cannot be reached securely/);
  });
});
