import { eventually } from '#testing';
import { openPostgres, type OpenPostgres } from '../contract/open-postgres.js';
import { appendOf, freshStream } from '../contract/records.js';

let opened: OpenPostgres;
let ended: AbortController;
let heard: number;
let listens: Promise<void>;
beforeEach(async () => {
  opened = await openPostgres();
  ended = new AbortController();
  heard = 0;
  listens = count();
  await eventually(async () => {
    expect(await backends('listen')).toHaveLength(1);
  });
});
afterEach(async () => {
  ended.abort();
  await listens;
  await opened.close();
});

const append = () => opened.store.append(appendOf(freshStream(), -1));

async function count(): Promise<void> {
  const batches = opened.store.subscribe({ after: 0n, categories: ['trial'], batchSize: 10, signal: ended.signal });
  for await (const { records } of batches) heard += records.length;
}

/** Whose last statement was such a one. */
async function backends(word: string): Promise<readonly number[]> {
  const { rows } = await opened.owner.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and query ilike '%' || $1 || '%' order by 1`,
    [word],
  );
  return rows.map(({ pid }) => pid);
}

/** Over one connection, and all others are in the pool. */
async function listensAgain(): Promise<void> {
  await eventually(async () => {
    expect(await backends('listen')).toHaveLength(1);
    expect(opened.pool.totalCount - opened.pool.idleCount).toBe(1);
  });
}

test('the connection that listens serves flush after flush', async () => {
  const held = await backends('listen');
  for (let n = 0; n < 5; n += 1) await append();
  expect(await backends('append')).toEqual(held);
});

test('one that is lost while nothing is stored is replaced, and nobody is told', async () => {
  await append();
  const [held] = await backends('append');
  await opened.owner.query('select pg_terminate_backend($1)', [held]);
  await eventually(async () => {
    expect(await backends('append')).toEqual([]);
  });
  expect(await append()).toMatchObject({ status: 'appended' });
  await eventually(() => {
    expect(heard).toBe(2);
  });
  await listensAgain();
  expect(await backends('append')).not.toContain(held);
});

test('one that is lost under a flush is replaced, and its pool has no connection too few', async () => {
  const owner = await opened.owner.connect();
  await owner.query('begin');
  await owner.query('lock table events.record in access exclusive mode');
  const cut = append();
  cut.catch(() => undefined);
  await eventually(async () => {
    expect(await backends('append')).toHaveLength(1);
  });
  await owner.query('select pg_terminate_backend($1)', [...(await backends('append'))]);
  await owner.query('rollback');
  owner.release();
  await expect(cut).rejects.toThrow();
  expect(await append()).toMatchObject({ status: 'appended' });
  await listensAgain();
});

test('of flushes that come at once one has it, and it listens still', async () => {
  const held = await backends('listen');
  for (let n = 0; n < 15; n += 1) await Promise.all([append(), append(), append()]);
  expect((await backends('append')).length).toBeGreaterThan(1);
  await append();
  expect(await backends('append')).toEqual(expect.arrayContaining([...held]));
  await eventually(() => {
    expect(heard).toBe(46);
  });
});
