import type { Append, AppendVerdict } from '#kernel';
import { StoreUnavailable } from '#kernel';
import { appendOf, freshStream } from '../contract/records.js';
import { inMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import { ClockedAppends } from './clocked-appends.js';

/** A PostgreSQL that says only what time it is; undefined: it is away. */
const database = (now: () => number | undefined) => ({
  asked: 0,
  query(): Promise<{ rows: { now: number }[] }> {
    this.asked += 1;
    const said = now();
    return said === undefined ? Promise.reject(new Error('away')) : Promise.resolve({ rows: [{ now: said }] });
  },
});

function appends(now: () => number | undefined) {
  const asked = database(now);
  const clocked = new ClockedAppends(inMemoryEventStore(), asked as never, { now: () => 1_000_000 });
  const append = (one: Append = appendOf(freshStream(), -1)): Promise<AppendVerdict> => clocked.append(one);
  return { append, asked };
}

test.each([
  { apart: 60_000, verdict: 'appended' },
  { apart: -60_000, verdict: 'appended' },
  { apart: 60_001, verdict: 'refused' },
  { apart: -60_001, verdict: 'refused' },
])('clocks $apart ms apart: $verdict', async ({ apart, verdict }) => {
  const { append } = appends(() => 1_000_000 + apart);
  if (verdict === 'refused') await expect(append()).rejects.toThrow(StoreUnavailable);
  else expect(await append()).toMatchObject({ status: 'appended' });
});

test('clocks that agree are not compared at each append', async () => {
  const { append, asked } = appends(() => 1_000_000);
  await Promise.all([append(), append()]);
  await append();
  expect(asked.asked).toBe(1);
});

test('clocks that were set right are believed at once', async () => {
  let other = 2_000_000;
  const { append } = appends(() => other);
  await expect(append()).rejects.toThrow(StoreUnavailable);
  other = 1_000_000;
  expect(await append()).toMatchObject({ status: 'appended' });
});

test('a database that is away stops no append', async () => {
  const { append } = appends(() => undefined);
  expect(await append()).toMatchObject({ status: 'appended' });
});
