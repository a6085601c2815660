import type pg from 'pg';
import { eventually } from '#testing';
import { openPostgres, type OpenPostgres } from '../contract/open-postgres.js';
import { appendOf, freshStream } from '../contract/records.js';

let opened: OpenPostgres;
beforeEach(async () => {
  opened = await openPostgres();
});
afterEach(() => opened.close());

const append = () => opened.store.append(appendOf(freshStream(), -1));

async function backends(): Promise<readonly number[]> {
  const { rows } = await opened.owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%append%' order by 1`,
  );
  return rows.map(({ pid }) => pid);
}

test('one connection serves flush after flush', async () => {
  await append();
  const [first, ...others] = await backends();
  for (let n = 0; n < 5; n += 1) await append();
  expect([await backends(), others]).toEqual([[first], []]);
});

test('one that is lost while nothing is stored is replaced, and nobody is told', async () => {
  await append();
  const [held] = await backends();
  await opened.owner.query('select pg_terminate_backend($1)', [held]);
  await eventually(() => {
    expect(opened.pool.totalCount).toBe(0);
  });
  expect(await append()).toMatchObject({ status: 'appended' });
  expect(await backends()).not.toContain(held);
});

test('however often several flushes come at once, no connection is listened to more than once', async () => {
  const clients = new Set<pg.PoolClient>();
  opened.pool.on('connect', (client) => clients.add(client));
  for (let n = 0; n < 15; n += 1) await Promise.all([append(), append(), append()]);
  const listeners = [...clients].map((client) => client.listenerCount('error'));
  expect(Math.max(...listeners)).toBeLessThanOrEqual(2);
});
