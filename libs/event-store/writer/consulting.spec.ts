import { setImmediate as nextTurn } from 'node:timers/promises';
import { NotFound, StoreUnavailable, TryAgain, type Append } from '#kernel';
import { asked, counterId, tally } from './tally.example.js';
import { add, close, move, stream, world } from './world.example.js';

const a = counterId(1);
const elsewhere = '00000000-0000-4000-8000-0000000000ff';

/** Writers whose flush waits until it is let go: what comes meanwhile queues behind it. */
function held() {
  const here = world();
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((open) => (letGo = open));
  const writers = here.writers(async (append) => {
    await gate;
    return here.store.append(append);
  });
  return { ...here, writers, letGo };
}

describe('who consults a stream to decide something elsewhere', () => {
  test('hears what holds after all that was asked before, and writes nothing', async () => {
    const { writers, events, letGo } = held();
    const adding = writers.submit(tally, asked(add(a, 5)));
    await nextTurn();
    const before = writers.consult(tally, stream, ({ totals }) => totals.has(a));
    const closing = writers.submit(tally, asked(close(a)));
    await nextTurn();
    const after = writers.consult(tally, stream, ({ totals }) => totals.has(a));
    await nextTurn();
    letGo();
    expect([await before, await after]).toEqual([true, false]);
    expect([await adding, await closing]).toMatchObject([{ accepted: true }, { accepted: true }]);
    expect(await events()).toHaveLength(2);
  });

  test('is told the moment at which it is decided, which is never before the last record', async () => {
    const { writers, clock } = world();
    const here = writers();
    await here.submit(tally, asked(add(a, 5)));
    clock.at -= 3_600_000;
    expect(await here.consult(tally, stream, (_, at) => at)).toBe('2026-03-01T10:00:00.000Z');
  });

  test('hears it from a stale process too: what another wrote meanwhile is fenced and folded in', async () => {
    const { writers } = world();
    const [stale, other] = [writers(), writers()];
    await stale.submit(tally, asked(add(a, 5)));
    await other.submit(tally, asked(close(a)));
    expect(await stale.consult(tally, stream, ({ totals }) => totals.has(a))).toBe(false);
  });

  test('gets a refusal as it was thrown, and only once the stream is seen to stand still', async () => {
    const { writers, store } = world();
    const checked: number[] = [];
    const here = writers((append: Append) => {
      checked.push(append.records.length);
      return store.append(append);
    });
    const refused = here.consult(tally, stream, () => {
      throw new NotFound();
    });
    await expect(refused).rejects.toThrow(NotFound);
    expect(checked).toEqual([0]);
  });

  test('leaves others alone when the question itself is broken', async () => {
    const here = world().writers();
    await here.submit(tally, asked(add(a, 5)));
    const answers = await Promise.allSettled([
      here.submit(tally, asked(add(a, 1))),
      here.consult(tally, stream, () => {
        throw new TypeError('broken on purpose');
      }),
      here.consult(tally, stream, ({ totals }) => totals.get(a)),
    ]);
    expect(answers).toMatchObject([
      { value: { accepted: true } },
      { reason: { message: 'broken on purpose' } },
      { status: 'fulfilled', value: 5 },
    ]);
  });

  test('is asked to try again where the store is away', async () => {
    const here = world().writers(() => Promise.reject(new StoreUnavailable()));
    await expect(here.consult(tally, stream, () => true)).rejects.toThrow(TryAgain);
  });

  test('is refused behind a move in the queue', async () => {
    const { writers, letGo } = held();
    const adding = writers.submit(tally, asked(add(a, 1)));
    await nextTurn();
    const moving = writers.submit(tally, asked(move(elsewhere)));
    await nextTurn();
    const asking = expect(writers.consult(tally, stream, () => true)).rejects.toMatchObject({ code: 'JOURNAL_MOVED' });
    await nextTurn();
    letGo();
    await asking;
    expect([await adding, await moving]).toMatchObject([{ accepted: true }, { accepted: true }]);
  });
});
