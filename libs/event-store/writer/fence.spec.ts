import { JournalMoved, StoreUnavailable, type EventStore } from '#kernel';
import { inMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import { asked, counterId, tally } from './tally.example.js';
import { add, move, outcome, stream, world } from './world.example.js';

const a = counterId(1);
const elsewhere = '00000000-0000-4000-8000-0000000000ff';

/** What a copy of one store to another does: the same bytes at the same revisions. */
async function copy(from: EventStore, to: EventStore, revision: number): Promise<void> {
  const records = await from.readStream(stream, revision, 1000);
  expect(await to.append({ stream, expectedRevision: revision - 1, records })).toMatchObject({ status: 'appended' });
}

test('after the move every command is refused, also by a server that did not hear of it; nothing is written', async () => {
  const { writers, events } = world();
  const [forgotten, mover] = [writers(), writers()];
  await forgotten.submit(tally, asked(add(a, 1)));
  await mover.submit(tally, asked(move(elsewhere)));

  for (const server of [forgotten, mover, writers()]) {
    expect(outcome(await server.submit(tally, asked(add(a, 1))))).toBe('JOURNAL_MOVED');
    expect(outcome(await server.submit(tally, asked(move(elsewhere))))).toBe('JOURNAL_MOVED');
  }
  expect(await events()).toHaveLength(2);
});

test('what would be refused anyway is refused as moved by a server that did not hear of it', async () => {
  const { writers } = world();
  const [forgotten, mover] = [writers(), writers()];
  await forgotten.submit(tally, asked(add(a, 1)));
  await mover.submit(tally, asked(move(elsewhere)));
  expect(outcome(await forgotten.submit(tally, asked(add(a, 60))))).toBe('JOURNAL_MOVED');
});

test('commands in the queue behind the move are refused, not appended after it', async () => {
  const { writers, events } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 1)));
  const verdicts = await Promise.all([move(elsewhere), add(a, 1), add(a, 2)].map((c) => here.submit(tally, asked(c))));
  expect(verdicts.map(outcome)).toMatchObject([[{ type: 'Moved' }], 'JOURNAL_MOVED', 'JOURNAL_MOVED']);
  expect((await events()).at(-1)).toMatchObject({ type: 'Moved' });
});

test('a command that was accepted before keeps its answer, by a server that did not hear of it too', async () => {
  const { writers, events } = world();
  const [forgotten, mover] = [writers(), writers()];
  const known = asked(add(a, 5), 'an-old-command');
  await forgotten.look(tally, stream, () => undefined);
  const accepted = outcome(await mover.submit(tally, known));
  await mover.submit(tally, asked(move(elsewhere)));
  for (const server of [mover, writers(), forgotten]) {
    expect(outcome(await server.submit(tally, known))).toEqual(accepted);
  }
  expect(await events()).toHaveLength(2);
});

test('what falls due after the move is not decided', async () => {
  const { clock, writers, events } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 1, 30)));
  await here.submit(tally, asked(move(elsewhere)));
  clock.at += 31 * 86_400_000;
  for (const server of [here, writers()]) await server.wake(tally, stream);
  expect(await events()).toHaveLength(2);
});

test('what is there may be looked at, but nobody is told what to decide by', async () => {
  const { writers } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 7)));
  expect(await here.consult(tally, stream, (state) => state.totals.get(a))).toBe(7);
  await here.submit(tally, asked(move(elsewhere)));
  expect(await here.look(tally, stream, (state) => state.totals.get(a))).toBe(7);
  await expect(here.consult(tally, stream, () => true)).rejects.toThrow(JournalMoved);
});

test('in the store that it moved to it goes on; moved back, the first one serves again and the other is fenced', async () => {
  const [first, second] = [world(), world()];
  const [old, next] = [first.writers(), second.writers()];
  await old.submit(tally, asked(add(a, 5)));
  await old.submit(tally, asked(move(await second.store.storeId())));
  await copy(first.store, second.store, 0);
  expect(outcome(await next.submit(tally, asked(add(a, 1))))).toMatchObject([{ data: { total: 6 } }]);
  expect(outcome(await old.submit(tally, asked(add(a, 1))))).toBe('JOURNAL_MOVED');

  await next.submit(tally, asked(move(await first.store.storeId())));
  await copy(second.store, first.store, 2);
  expect(outcome(await old.submit(tally, asked(add(a, 1))))).toMatchObject([{ data: { total: 7 } }]);
  expect(outcome(await next.submit(tally, asked(add(a, 1))))).toBe('JOURNAL_MOVED');
});

test('a snapshot of the first store serves in the second, because its record is the same there', async () => {
  const [first, second] = [world(), world()];
  const old = first.writers();
  await Promise.all(Array.from({ length: 49 }, () => old.submit(tally, asked(add(a, 1)))));
  await old.submit(tally, asked(move(await second.store.storeId())));
  await old.close();
  await copy(first.store, second.store, 0);
  second.snapshots.kept = first.snapshots.kept;
  const evolved: number[] = [];
  const watched: typeof tally = { ...tally, evolve: (_, { revision }) => evolved.push(revision) };
  expect(await second.writers().look(watched, stream, (state) => state.totals.get(a))).toBe(49);
  expect(evolved).toEqual([]);
});

test('a store that cannot say its id is away: nothing is decided on a guess, and nobody waits for ever', async () => {
  const store = inMemoryEventStore();
  const { writers } = world(store);
  await writers().submit(tally, asked(move(elsewhere)));
  store.storeId = () => Promise.reject(new StoreUnavailable());
  expect(outcome(await writers().submit(tally, asked(add(a, 1))))).toBe('TRY_AGAIN');
});
