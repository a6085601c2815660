import pg from 'pg';

import { StoreDamaged, StoreUnavailable, type Batch, type EventStore, type Position, type StreamId } from '#kernel';
import { eventually } from '#testing';
import { collect, collectThrough, idsOf } from '../contract/collecting.js';
import { openPostgres, type OpenPostgres } from '../contract/open-postgres.js';
import { appendOf, freshStream, recordAt } from '../contract/records.js';
import { postgresEventStore } from './postgres-event-store.js';

let opened: OpenPostgres;
beforeEach(async () => {
  opened = await openPostgres();
});
afterEach(() => opened.close());

async function positions(): Promise<readonly number[]> {
  const { rows } = await opened.owner.query<{ position: string }>('select position from events.record order by 1');
  return rows.map(({ position }) => Number(position));
}

describe('positions', () => {
  test('have no gap, whatever is refused or fails on the way', async () => {
    const taken = appendOf(freshStream(), -1);
    await opened.store.append(taken);
    const known = { ...recordAt('trial-other', 0), id: taken.records[0]?.id ?? '' };
    const clash = { stream: known.stream, expectedRevision: -1, records: [known] };
    for (let turn = 0; turn < 10; turn += 1) {
      await opened.store.append(appendOf(taken.stream, 5));
      await expect(opened.store.append(clash)).rejects.toMatchObject({ code: '23505' });
      await opened.store.appendMany([
        appendOf(freshStream(), -1, 2),
        appendOf(freshStream(), 7),
        appendOf(freshStream(), -1),
      ]);
    }
    expect(await positions()).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  });

  test('a hole stops the reader before it, and names it', async () => {
    await opened.store.append(appendOf(freshStream(), -1, 5));
    await opened.owner.query('alter table events.record disable trigger append_only');
    await opened.owner.query('delete from events.record where position = 3');
    const seen: Batch[] = [];
    const reading = collect(opened.elsewhere, { after: 0n, batchSize: 2 }, (batch) => {
      seen.push(batch);
      return false;
    });
    await expect(reading).rejects.toThrow(new StoreDamaged('no record stands at position 3'));
    expect(seen.flatMap((batch) => batch.records)).toHaveLength(2);
  });

  test('a reader who had come further than a restored store reaches is told', async () => {
    await opened.store.append(appendOf(freshStream(), -1, 5));
    const reading = await readThrough(5n, opened.elsewhere);
    await restoreThrough(2);
    await expect(reading.end).rejects.toThrow(StoreDamaged);
  });

  test('and so is one whose process had not yet asked how far the store reached before', async () => {
    await opened.store.append(appendOf(freshStream(), -1, 5));
    const pool = new FirstConnectionLater({ connectionString: opened.url, options: '-c role=reciproca_app' });
    const store = postgresEventStore(pool, Date, () => pool.end());
    const reading = await readThrough(5n, store);
    await restoreThrough(2);
    pool.letFirst();
    await expect(reading.end).rejects.toThrow(StoreDamaged);
    await store.close();
  });
});

/** A reader who has come so far and reads on. */
async function readThrough(position: Position, store: EventStore): Promise<{ readonly end: Promise<unknown> }> {
  let through = 0n;
  const end = collect(store, { after: 0n }, (batch) => {
    through = batch.through;
    return false;
  });
  end.catch(() => undefined); // whoever asked for it looks at it
  await eventually(() => {
    expect(through).toBe(position);
  });
  return { end };
}

async function restoreThrough(position: number): Promise<void> {
  await opened.owner.query('alter table events.record disable trigger append_only');
  await opened.owner.query('delete from events.record where position > $1', [position]);
}

/** Whoever asks first, and that is who listens for news, gets a connection only when let. */
class FirstConnectionLater extends pg.Pool {
  letFirst: () => void = () => undefined;
  private readonly let = new Promise<void>((resolve) => {
    this.letFirst = resolve;
  });
  private asked = false;

  override async connect(): Promise<pg.PoolClient> {
    const isFirst = !this.asked;
    this.asked = true;
    if (isFirst) await this.let;
    return super.connect();
  }
}

describe('readers', () => {
  test('are not held up by a long transaction of somebody else', async () => {
    const foreign = await opened.owner.connect();
    await foreign.query('begin isolation level serializable');
    await foreign.query('create table somebody_else (id int)');
    await foreign.query('select pg_current_xact_id(), count(*) from events.record');

    const append = appendOf(freshStream(), -1, 3);
    await opened.store.append(append);
    const batches = await collectThrough(opened.elsewhere, { after: 0n }, 3n);
    expect(idsOf(batches)).toEqual(append.records.map((record) => record.id));
    await foreign.query('rollback');
    foreign.release();
  });

  test('of this process get the very records that were appended, those of another read them back', async () => {
    const appends = Array.from({ length: 20 }, () => appendOf(freshStream(), -1, 3));
    const through = BigInt(3 * appends.length);
    await opened.store.append(appendOf('trial-first', -1));
    for (const append of appends) await opened.store.append(append);

    const appended = appends.flatMap((append) => append.records);
    const own = await collectThrough(opened.store, { after: 1n }, through + 1n);
    const handedOver = own.flatMap((batch) => batch.records);
    expect(handedOver.map((record, index) => record === appended[index])).toEqual(appended.map(() => true));

    const readBack = (await collectThrough(opened.elsewhere, { after: 1n }, through + 1n)).flatMap(
      ({ records }) => records,
    );
    expect(readBack.map((record) => record.text)).toEqual(appended.map((record) => record.text));
    expect(readBack.filter((record, index) => record === appended[index])).toEqual([]);
  });

  test('are woken by NOTIFY, once a flush', async () => {
    const listener = await opened.owner.connect();
    const payloads: unknown[] = [];
    listener.on('notification', ({ payload }) => payloads.push(payload));
    await listener.query('listen reciproca_recorded');
    await opened.store.appendMany([appendOf(freshStream(), -1, 5), appendOf(freshStream(), -1, 5)]);
    await opened.store.append(appendOf(freshStream(), 5));
    await opened.store.append(appendOf(freshStream(), -1));
    await eventually(() => {
      expect(payloads).toEqual(['10', '11']);
    });
    listener.release(true);
  });

  test('all of them share one connection that listens', async () => {
    const stop = new AbortController();
    const subscription = { after: 0n, categories: ['trial'], batchSize: 1, signal: stop.signal };
    const waiting = Array.from({ length: 5 }, () =>
      opened.store.subscribe(subscription)[Symbol.asyncIterator]().next(),
    );
    const { rows } = await eventually(async () => {
      const found = await opened.owner.query(
        "select from pg_stat_activity where datname = current_database() and query like 'listen %'",
      );
      expect(found.rows).not.toEqual([]);
      return found;
    });
    expect(rows).toHaveLength(1);
    stop.abort();
    await Promise.all(waiting);
  });
});

describe('a copy in another database', () => {
  test('has every record at its place, readable from the start, and goes on from there', async () => {
    const streams = [freshStream(), freshStream('trialperson')] as StreamId[];
    for (const stream of streams) await opened.store.append(appendOf(stream, -1, 50));
    const copy = await openPostgres();
    const { rows } = await opened.owner.query<{ dump: string }>(
      'select json_agg(r order by position)::text as dump from (select position, stream, revision, type, id, hash, record from events.record) r',
    );
    await copy.owner.query(
      'insert into events.record (position, stream, revision, type, id, hash, record) select position, stream, revision, type, id, hash, record from json_populate_recordset(null::events.record, $1)',
      [rows[0]?.dump],
    );

    const read = (from: OpenPostgres) =>
      collectThrough(from.elsewhere, { after: 0n, categories: ['trial', 'trialperson'] }, 100n);
    expect(await read(copy)).toEqual(await read(opened));
    expect(await copy.store.append(appendOf(streams[0] ?? '', 49))).toEqual({ status: 'appended', position: 101n });
    await copy.close();
  });
});

describe('the clocks', () => {
  test.each([
    { apart: 59_000, verdict: 'stored' },
    { apart: -59_000, verdict: 'stored' },
    { apart: 61_000, verdict: 'refused' },
    { apart: -61_000, verdict: 'refused' },
  ])('$apart ms apart: $verdict', async ({ apart, verdict }) => {
    const skewed = await openPostgres({ now: () => Date.now() + apart });
    const appends = [
      [appendOf(freshStream(), -1)],
      [appendOf(freshStream(), -1, 2)],
      [appendOf('trial-a', -1), appendOf('trial-b', -1)],
    ];
    for (const flush of appends) {
      const appending = skewed.store.appendMany(flush);
      if (verdict === 'refused') await expect(appending).rejects.toThrow(StoreUnavailable);
      else expect((await appending).map(({ status }) => status)).toEqual(flush.map(() => 'appended'));
    }
    expect(await skewed.store.head()).toBe(verdict === 'refused' ? 0n : 5n);
    await skewed.close();
  });
});
