import { OutcomeUnknown, StoreDamaged, StoreUnavailable } from '#kernel';
import { asked, counterId, tally } from './tally.example.js';
import { add, close, codec, outcome, stream, world } from './world.example.js';

const a = counterId(1);
const b = counterId(2);

test('an accepted command answers with its durable record; a refused one with its refusal, and leaves nothing', async () => {
  const { writers, events, store } = world();
  const here = writers();
  const verdict = await here.submit(tally, asked(add(a, 30)));
  expect(verdict).toMatchObject({ accepted: true, position: await store.head() });
  expect(outcome(await here.submit(tally, asked(add(a, 31))))).toBe('TOO_MUCH');
  expect(outcome(await here.submit(tally, asked(add(a, 30))))).toMatchObject([{ data: { total: 60 } }]);
  expect(await events()).toHaveLength(2);
});

test('commands that come while a flush is under way are decided in their order and flushed together', async () => {
  const appends: number[] = [];
  const { store, writers } = world();
  const here = writers((append) => {
    appends.push(append.records.length);
    return store.append(append);
  });
  await here.submit(tally, asked(add(a, 1)));
  const verdicts = await Promise.all(Array.from({ length: 20 }, () => here.submit(tally, asked(add(a, 1)))));
  expect(verdicts.map((verdict) => verdict.accepted && verdict.records[0]?.event.data)).toMatchObject(
    Array.from({ length: 20 }, (_, n) => ({ total: n + 2 })),
  );
  expect(appends.reduce((sum, n) => sum + n)).toBe(21);
  expect(appends.length).toBeLessThanOrEqual(4);
});

test('one command fifty times at once, and again after a restart, is one event and one answer', async () => {
  const { writers, events } = world();
  const here = writers();
  const command = asked(add(a, 5), 'the-same-key');
  const verdicts = await Promise.all(Array.from({ length: 50 }, () => here.submit(tally, command)));
  const again = await writers().submit(tally, command);
  expect(new Set([...verdicts, again].map((verdict) => JSON.stringify(outcome(verdict)))).size).toBe(1);
  expect(await events()).toHaveLength(1);
});

test('another body under the same key is a conflict, before and after the record is durable', async () => {
  const { writers, events } = world();
  const here = writers();
  const verdicts = await Promise.all([
    here.submit(tally, asked(add(a, 5), 'the-same-key')),
    here.submit(tally, asked(add(a, 6), 'the-same-key')),
  ]);
  expect(verdicts.map(outcome)).toMatchObject([[{ type: 'Added' }], 'IDEMPOTENCY_CONFLICT']);
  expect(outcome(await here.submit(tally, asked(add(a, 7), 'the-same-key')))).toBe('IDEMPOTENCY_CONFLICT');
  expect(await events()).toHaveLength(1);
});

test('a refused command is not remembered: it is decided anew', async () => {
  const { writers } = world();
  const here = writers();
  expect(outcome(await here.submit(tally, asked(close(a), 'same-key-1')))).toBe('NOT_FOUND');
  await here.submit(tally, asked(add(a, 5)));
  expect(outcome(await here.submit(tally, asked(close(a), 'same-key-1')))).toMatchObject([{ type: 'Closed' }]);
});

test('what is closed already is answered from its last record, wherever that was written', async () => {
  const { writers } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 5)));
  const both = await Promise.all([here.submit(tally, asked(close(a))), here.submit(tally, asked(close(a)))]);
  expect(both.map(outcome)).toMatchObject([[{ type: 'Closed' }], 'ALREADY_CLOSED']);
  expect(outcome(await writers().submit(tally, asked(close(a))))).toBe('ALREADY_CLOSED');
  expect(outcome(await writers().submit(tally, asked(close(b))))).toBe('NOT_FOUND');
});

test('two processes on one stream: the stale one decides again on what the other wrote, refusals too', async () => {
  const { writers, events } = world();
  const [here, there] = [writers(), writers()];
  await here.submit(tally, asked(add(a, 30)));
  expect(outcome(await there.submit(tally, asked(add(a, 30))))).toMatchObject([{ data: { total: 60 } }]);
  expect(outcome(await here.submit(tally, asked(add(a, 1))))).toBe('TOO_MUCH');
  await there.submit(tally, asked(close(a)));
  expect(outcome(await here.submit(tally, asked(add(a, 1))))).toBe('ALREADY_CLOSED');
  const both = [here, there].flatMap((writer) =>
    Array.from({ length: 30 }, () => writer.submit(tally, asked(add(b, 1)))),
  );
  expect((await Promise.all(both)).every(({ accepted }) => accepted)).toBe(true);
  expect((await events()).at(-1)).toMatchObject({ data: { total: 60 } });
});

test('a lost answer: the same bytes are sent again until the store says what became of them, and nothing doubles', async () => {
  const { store, writers, events } = world();
  const sent: (readonly string[])[] = [];
  const here = writers(async (append) => {
    sent.push(append.records.map(({ text }) => text));
    const verdict = await store.append(append);
    if (sent.length <= 2) throw new OutcomeUnknown('cut');
    return verdict;
  });
  const verdicts = await Promise.all([here.submit(tally, asked(add(a, 5))), here.submit(tally, asked(add(a, 6)))]);
  expect(verdicts.every(({ accepted }) => accepted)).toBe(true);
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[2]).toEqual(sent[0]);
  expect(await events()).toHaveLength(2);
});

test('a process that ends while an outcome is unknown says so, and the retry finds what became of it', async () => {
  const { store, writers, events } = world();
  const here = writers(async (append) => {
    await store.append(append);
    throw new OutcomeUnknown('cut');
  });
  const command = asked(add(a, 5), 'the-same-key');
  const asking = here.submit(tally, command);
  const told = expect(asking).rejects.toThrow(OutcomeUnknown);
  await here.close();
  await told;
  expect(outcome(await writers().submit(tally, command))).toMatchObject([{ data: { total: 5 } }]);
  expect(await events()).toHaveLength(1);
});

test('a store that lost what it had acknowledged is a fault, said at once', async () => {
  const { store, writers } = world();
  let lost = false;
  const here = writers((append) =>
    lost ? Promise.resolve({ status: 'conflict', revision: -1 }) : store.append(append),
  );
  await here.submit(tally, asked(add(a, 1)));
  lost = true;
  await expect(here.submit(tally, asked(add(a, 1)))).rejects.toThrow(StoreDamaged);
});

test('2,000 commands wait while one is being written: the next one is told to try again at once', async () => {
  const { store, writers } = world();
  let [begin, open] = [(): void => undefined, (): void => undefined];
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const here = writers(async (append) => {
    begin();
    await opened;
    return store.append(append);
  });
  const first = here.submit(tally, asked(add(a, 1)));
  await begun;
  const waiting = Array.from({ length: 2_000 }, () => here.submit(tally, asked(add(a, 1))));
  expect(outcome(await here.submit(tally, asked(add(a, 1))))).toBe('TRY_AGAIN');
  open();
  const outcomes = (await Promise.all([first, ...waiting])).map(outcome);
  expect(outcomes.filter((one) => one === 'TRY_AGAIN')).toEqual([]);
});

test('a store that is away: a refusal to try again, nothing kept, and the next command goes through', async () => {
  const { store, writers, events } = world();
  let away = true;
  const here = writers((append) => (away ? Promise.reject(new StoreUnavailable('away')) : store.append(append)));
  expect(outcome(await here.submit(tally, asked(add(a, 60))))).toBe('TRY_AGAIN');
  away = false;
  expect(outcome(await here.submit(tally, asked(add(a, 60))))).toMatchObject([{ data: { total: 60 } }]);
  expect(await events()).toHaveLength(1);
});

test('what does not fit into one append waits for the next, in order', async () => {
  const { writers } = world();
  const here = writers();
  const verdicts = await Promise.all(
    Array.from({ length: 6 }, (_, n) => here.submit(tally, asked(add(counterId(n + 10), 50)))),
  );
  expect(verdicts.every(({ accepted }) => accepted)).toBe(true);
  const revisions = verdicts.map((verdict) => verdict.accepted && verdict.records[0]?.revision);
  expect(revisions).toEqual([0, 1, 2, 3, 4, 5]);
});

test('all that is due is decided before anything else, in the order of the deadlines', async () => {
  const { clock, writers, events } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 1, 3)));
  await here.submit(tally, asked(add(b, 1, 2)));
  clock.at += 3 * 86_400_000;
  expect(outcome(await here.submit(tally, asked(close(a))))).toBe('ALREADY_CLOSED');
  expect((await events()).slice(2)).toEqual([
    { type: 'Closed', data: { counter: b, lapsed: true } },
    { type: 'Closed', data: { counter: a, lapsed: true } },
  ]);
});

test('more than one append full of things due: waking decides them all', async () => {
  const { clock, writers, events } = world();
  const here = writers();
  await Promise.all(Array.from({ length: 600 }, (_, n) => here.submit(tally, asked(add(counterId(n), 1, 1)))));
  clock.at += 86_400_000 - 1;
  await here.wake(tally, stream);
  expect(await events()).toHaveLength(600);
  clock.at += 1;
  await here.wake(tally, stream);
  expect(await events()).toHaveLength(1200);
});

test('recordedAt never decreases, whatever the clock does', async () => {
  const { clock, store, writers } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 1)));
  clock.at -= 3_600_000;
  await here.submit(tally, asked(add(a, 1)));
  await writers().submit(tally, asked(add(a, 1)));
  const at = (await store.readStream(stream, 0, 10)).map((record) => codec.decode(record).recordedAt);
  expect(new Set(at)).toEqual(new Set(['2026-03-01T10:00:00.000Z']));
});

test('who looked at an older version is told so', async () => {
  const { writers } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 1)));
  await here.submit(tally, asked(add(a, 1)));
  expect(outcome(await here.submit(tally, asked({ ...close(a), expectedVersion: 0 })))).toBe('STALE_VERSION');
  expect(outcome(await here.submit(tally, asked({ ...close(a), expectedVersion: 1 })))).toMatchObject([
    { type: 'Closed' },
  ]);
});

test('what a rule refuses is said first: an older version gives nothing away', async () => {
  const { writers } = world();
  const here = writers();
  await here.submit(tally, asked(add(a, 1)));
  await here.submit(tally, asked(close(a)));
  expect(outcome(await here.submit(tally, asked({ ...close(a), expectedVersion: 0 })))).toBe('ALREADY_CLOSED');
});

test('a fault in one command fails that command and no other', async () => {
  const { writers } = world();
  const here = writers();
  const broken = here.submit(tally, asked({ name: 'Break', input: {} }));
  const sound = here.submit(tally, asked(add(a, 1)));
  await expect(broken).rejects.toThrow('broken on purpose');
  expect((await sound).accepted).toBe(true);
});

test('a look sees what another process wrote', async () => {
  const { writers } = world();
  const [here, there] = [writers(), writers()];
  expect(await here.look(tally, stream, (_, revision) => revision)).toBe(-1);
  await there.submit(tally, asked(add(a, 7)));
  expect(await here.look(tally, stream, (state) => state.totals.get(a))).toBe(7);
});
