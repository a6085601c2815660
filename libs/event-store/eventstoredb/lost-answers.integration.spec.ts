import { EventStoreDBClient } from '@eventstore/db-client';
import { OutcomeUnknown, StoreUnavailable, type Append, type AppendVerdict, type EventStore } from '#kernel';
import { eventually, figure, startEventStoreDbDouble, type EventStoreDbDouble } from '#testing';
import { collect, idsOf } from '../contract/collecting.js';
import { appendOf, freshStream, recordOf } from '../contract/records.js';
import { eventStoreDbEventStore } from './eventstoredb-event-store.js';

const cuts = figure(200, 1_000);

let double: EventStoreDbDouble;
let client: EventStoreDBClient;
let store: EventStore;

beforeAll(async () => {
  double = await startEventStoreDbDouble();
  client = EventStoreDBClient.connectionString(double.url);
  store = eventStoreDbEventStore(client, () => client.dispose());
});
beforeEach(() => {
  double.faults.clear();
});
afterAll(async () => {
  await store.close();
  await double.stop();
});

/** The same bytes at the same revision again, until the answer is definite. */
async function definite(append: Append): Promise<{ readonly verdict: AppendVerdict; readonly unknown: number }> {
  for (let unknown = 0; ;) {
    try {
      return { verdict: await store.append(append), unknown };
    } catch (error) {
      if (error instanceof OutcomeUnknown) unknown += 1;
      else if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

async function revisions(append: Append): Promise<readonly number[]> {
  return (await store.readStream(append.stream, 0, 2 * cuts)).map((record) => record.revision);
}

describe('an answer that never comes', () => {
  test(
    'cut after it was stored, the retry ends with exactly one record, each time',
    async () => {
      const stream = freshStream();
      let unknown = 0;
      for (let revision = -1; revision < cuts - 1; revision += 1) {
        double.faults.plan({ kind: 'cut after commit' }, { on: 'append' });
        const { verdict, unknown: times } = await definite(appendOf(stream, revision));
        expect(verdict).toMatchObject({ status: 'appended' });
        unknown += times;
      }
      expect(unknown).toBeGreaterThanOrEqual(cuts);
      expect(await revisions(appendOf(stream, -1, 0))).toEqual(Array.from({ length: cuts }, (_, revision) => revision));
    },
    figure(60_000, 300_000),
  );

  test.each(['cut before commit', 'refuse'] as const)(
    '%s: the outcome is as unknown, and the retry stores it',
    async (kind) => {
      const append = appendOf(freshStream(), -1, 2);
      double.faults.plan({ kind }, { on: 'append' });
      await expect(store.append(append)).rejects.toThrow(OutcomeUnknown);
      expect(await revisions(append)).toEqual([]);
      expect(await definite(append)).toMatchObject({ verdict: { status: 'appended' } });
      expect(await revisions(append)).toEqual([0, 1]);
    },
  );

  test('a cut is everybody’s who waits, and each finds its own outcome', async () => {
    double.faults.plan({ kind: 'cut after commit' }, { on: 'append', after: 10 });
    const appends = Array.from({ length: 30 }, () => appendOf(freshStream(), -1, 2));
    const outcomes = await Promise.all(appends.map(definite));
    expect(outcomes.map(({ verdict }) => verdict.status)).toEqual(appends.map(() => 'appended'));
    for (const append of appends) expect(await revisions(append)).toEqual([0, 1]);
  });

  test('many streams at once are told nothing of each other: what was stored of them is found by sending again', async () => {
    const taken = appendOf(freshStream(), -1);
    await store.append(taken);
    const [fresh, behind] = [appendOf(freshStream(), -1), appendOf(taken.stream, -1)];
    double.faults.plan({ kind: 'cut after commit' }, { on: 'append' });
    await expect(store.appendMany([fresh, behind])).rejects.toThrow(OutcomeUnknown);
    expect(await eventually(() => store.appendMany([fresh, behind]))).toMatchObject([
      { status: 'appended' },
      { status: 'conflict', revision: 0 },
    ]);
  });
});

describe('EventStoreDB away and back', () => {
  test('appends and reads say so, readers wait, and everything goes on by itself', async () => {
    const stream = freshStream();
    const after = await store.head();
    const [early, late] = [appendOf(stream, -1), appendOf(stream, 0)];
    const last = late.records[0]?.id;
    await store.append(early);
    const reading = collect(store, { after, batchSize: 1 }, (batch) => batch.records.some(({ id }) => id === last));

    await double.stop();
    await eventually(() => expect(store.append(late)).rejects.toThrow(StoreUnavailable));
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await expect(store.readStream(late.stream, 0, 1)).rejects.toThrow(StoreUnavailable);

    await double.restart();
    expect(await eventually(() => store.append(late))).toMatchObject({ status: 'appended' });
    expect(idsOf(await reading)).toEqual([...early.records, ...late.records].map((record) => record.id));
  }, 20_000);

  test('a reader that is cut again and again gets every record once and in order', async () => {
    const stream = freshStream();
    const after = await store.head();
    const ids: string[] = [];
    const reading = collect(store, { after, batchSize: 3 }, (batch) =>
      batch.records.some(({ revision }) => revision === 99),
    );
    for (let revision = -1; revision < 99; revision += 1) {
      const append = appendOf(stream, revision);
      ids.push(...append.records.map((record) => record.id));
      await definite(append);
      if (revision % 20 === 0) double.cut();
    }
    expect(idsOf(await reading)).toEqual(ids);
  }, 20_000);
});

describe('large appends', () => {
  test('of 512 kB together pass, in records of up to 256 kB, and come back byte for byte', async () => {
    const stream = freshStream();
    const largest = Array.from({ length: 2 }, (_, revision) => recordOf(stream, revision, 256 * 1024));
    const many = Array.from({ length: 1024 }, (_, index) => recordOf(stream, 2 + index, 512));
    const [first, last] = [largest, many].map((records, index) => ({
      stream: appendOf(stream, -1, 0).stream,
      expectedRevision: index === 0 ? -1 : 1,
      records,
    }));
    for (const append of [first, last])
      expect(append && (await store.append(append))).toMatchObject({ status: 'appended' });
    const stored = await store.readStream(appendOf(stream, -1, 0).stream, 0, 2_000);
    expect(stored.map(({ text }) => text)).toEqual([...largest, ...many].map(({ text }) => text));
  });
});
