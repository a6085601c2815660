import { setImmediate } from 'node:timers/promises';

import type pg from 'pg';
import { OutcomeUnknown, StoreUnavailable, type Append, type AppendVerdict, type EventStore } from '#kernel';
import { eventually } from '#testing';
import { collect, idsOf } from '../contract/collecting.js';
import { CuttingProxy } from '../contract/cutting-proxy.js';
import { applicationPool, openPostgres, type OpenPostgres } from '../contract/open-postgres.js';
import { appendOf, freshStream } from '../contract/records.js';
import { Flusher } from '../flusher/flusher.js';
import { postgresEventStore } from './postgres-event-store.js';

let direct: OpenPostgres;
let proxy: CuttingProxy;
let pool: pg.Pool;
let store: EventStore;

beforeAll(async () => {
  direct = await openPostgres();
  proxy = new CuttingProxy(new URL(direct.url));
  await proxy.up();
  pool = applicationPool(proxy.url);
  store = postgresEventStore(pool, Date);
});

afterAll(async () => {
  await store.close();
  await pool.end();
  await proxy.down();
  await direct.close();
});

/** The same bytes at the same revision again, until the answer is definite. */
async function definite(append: Append, to: Pick<EventStore, 'append'> = store): Promise<AppendVerdict> {
  for (;;) {
    try {
      return await to.append(append);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
    }
  }
}

describe('an answer that never comes', () => {
  test('cut after the COMMIT, the retry ends with exactly one record, 1,000 times of 1,000', async () => {
    const stream = freshStream();
    const before = await direct.store.head();
    let unknown = 0;
    for (let revision = -1; revision < 999; revision += 1) {
      const append = appendOf(stream, revision);
      proxy.answersToCut = 1;
      const first = await store.append(append).catch((error: unknown) => error);
      if (first instanceof OutcomeUnknown) unknown += 1;
      expect(await definite(append)).toEqual({ status: 'appended', position: before + BigInt(revision) + 2n });
    }
    expect(unknown).toBe(1000);
    expect(await direct.store.head()).toBe(before + 1000n);
  }, 120_000);

  test('cut before PostgreSQL heard of it, the outcome is as unknown, and the retry stores it', async () => {
    const append = appendOf(freshStream(), -1, 2);
    proxy.requestsToCut = 1;
    await expect(store.append(append)).rejects.toThrow(OutcomeUnknown);
    expect(await direct.store.readStream(append.stream, 0, 9)).toEqual([]);
    expect(await definite(append)).toMatchObject({ status: 'appended' });
    expect(await direct.store.readStream(append.stream, 0, 9)).toHaveLength(2);
  });

  test('a shared flush is lost for all who wait, and each finds its own outcome', async () => {
    const flusher = new Flusher(store);
    proxy.answersToCut = 2;
    const appends = Array.from({ length: 20 }, () => appendOf(freshStream(), -1, 2));
    const verdicts = await Promise.all(appends.map((append) => definite(append, flusher)));
    expect(verdicts.map((verdict) => verdict.status)).toEqual(appends.map(() => 'appended'));
    for (const { stream } of appends) expect(await direct.store.readStream(stream, 0, 9)).toHaveLength(2);
    expect(proxy.answersToCut).toBe(0);
  });

  test('backends terminated in the middle of appends lose nothing that was answered and store nothing twice', async () => {
    const stream = freshStream();
    let broken = 0;
    for (let revision = -1; revision < 99; revision += 1) {
      const append = appendOf(stream, revision);
      const first = store.append(append).catch((error: unknown) => error);
      await eventLoopTurns(revision % 20); // so that each is hit at a moment of its own
      await terminateBackends();
      if ((await first) instanceof Error) broken += 1;
      expect(await eventually(() => definite(append))).toMatchObject({ status: 'appended' });
    }
    expect(broken).toBeGreaterThan(0);
    const stored = await eventually(() => store.readStream(appendOf(stream, 0).stream, 0, 999));
    expect(stored.map((record) => record.revision)).toEqual(Array.from({ length: 100 }, (_, revision) => revision));
  }, 60_000);
});

/** All connections to this database but the one that says so. */
async function terminateBackends(): Promise<void> {
  await direct.owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
}

async function eventLoopTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await setImmediate();
}

describe('PostgreSQL away and back', () => {
  test('appends and reads say so, readers wait, and everything goes on by itself', async () => {
    const stream = freshStream();
    const after = await store.head();
    const [early, late] = [appendOf(stream, -1), appendOf(stream, 0)];
    const last = late.records[0]?.id;
    await store.append(early);
    const elsewhere = postgresEventStore(pool, Date);
    const reading = collect(elsewhere, { after, batchSize: 1 }, (batch) => batch.records.some(({ id }) => id === last));

    await proxy.down();
    await eventually(() => expect(store.append(late)).rejects.toThrow(StoreUnavailable));
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await expect(store.readStream(late.stream, 0, 1)).rejects.toThrow(StoreUnavailable);

    await proxy.up();
    expect(await eventually(() => store.append(late))).toMatchObject({ status: 'appended' });
    expect(idsOf(await reading)).toEqual([...early.records, ...late.records].map((record) => record.id));
    await elsewhere.close();
  }, 20_000);
});
