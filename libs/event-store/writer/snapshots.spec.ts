import type { StreamWriters } from './stream-writers.js';
import { asked, counterId, tally } from './tally.example.js';
import { add, outcome, stream, world } from './world.example.js';

const a = counterId(1);
const b = counterId(2);

/** Enough records to be worth a snapshot; their sum is in counter b. */
const long = (here: StreamWriters) =>
  Promise.all(Array.from({ length: 50 }, () => here.submit(tally, asked(add(b, 1)))));

test('a writer starts from its snapshot, and from the first record when the snapshot is not of this store', async () => {
  const { snapshots, writers } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 7), 'an-old-command'));
  await long(here);
  await here.close();
  expect(snapshots.kept).toBeDefined();

  const next = writers();
  expect(await next.look(tally, stream, (state) => state.totals.get(a))).toBe(7);
  expect((await next.submit(tally, asked(add(a, 7), 'an-old-command'))).accepted).toBe(true);
  expect(outcome(await next.submit(tally, asked(add(a, 1))))).toMatchObject([{ data: { total: 8 } }]);

  const elsewhere = world();
  elsewhere.snapshots.kept = snapshots.kept;
  expect(await elsewhere.writers().look(tally, stream, (_, revision) => revision)).toBe(-1);
});

test('a short stream leaves none', async () => {
  const { snapshots, writers } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 7)));
  await here.close();
  expect(snapshots.kept).toBeUndefined();
});

test('a snapshot of another fold is thrown away', async () => {
  const { snapshots, writers } = world();
  const here = writers();
  await long(here);
  await here.close();
  const evolved: number[] = [];
  const newer: typeof tally = {
    ...tally,
    foldVersion: 2,
    evolve(state, record) {
      evolved.push(record.revision);
      tally.evolve(state, record);
    },
  };
  expect(snapshots.kept).toBeDefined();
  await writers().look(newer, stream, () => undefined);
  expect(evolved).toHaveLength(50);
});

test('a stream that nobody uses leaves memory with a snapshot and comes back as it was', async () => {
  const { snapshots, writers } = world();
  const here = writers(undefined, 1);
  const command = asked(add(a, 7));
  await here.submit(tally, command);
  await long(here);
  expect(snapshots.kept).toBeUndefined();
  for (const n of [2, 3]) {
    const other = `tally-00000000-0000-4000-8000-00000000000${String(n)}` as typeof stream;
    expect(await here.look(tally, other, (_, revision) => revision)).toBe(-1);
  }
  expect(snapshots.kept).toBeDefined();
  expect(await here.submit(tally, command)).toMatchObject({ accepted: true, records: [{ revision: 0 }] });
});
