import type { BankId } from '#kernel';
import { idOf } from '#testing';
import { DeadlinesProcess } from './deadlines.process.js';

const north = idOf<BankId>('north');
const south = idOf<BankId>('south');

/** Each look finds the next of these; after the last the process is told to end. */
async function run(looks: readonly (readonly BankId[] | Error)[], faulty?: BankId) {
  const stop = new AbortController();
  const woken: BankId[] = [];
  const troubles: Error[] = [];
  const pauses: number[] = [];
  const left = [...looks];
  const process = new DeadlinesProcess({
    due: () => {
      const next = left.shift() ?? [];
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
    wake: (bank) => {
      woken.push(bank);
      return bank === faulty ? Promise.reject(new Error('damaged')) : Promise.resolve();
    },
    onTrouble: (trouble) => troubles.push(trouble),
    pause: (ms) => {
      pauses.push(ms);
      if (left.length === 0) stop.abort();
      return Promise.resolve();
    },
  });
  await process.run(stop.signal);
  return { woken, troubles, pauses };
}

describe('waking banks in which something is due', () => {
  test('each is woken at every look, half a minute apart', async () => {
    expect(await run([[north, south], [], [south]])).toEqual({
      woken: [north, south, south],
      troubles: [],
      pauses: [30_000, 30_000, 30_000],
    });
  });

  test('one that cannot be woken is shown and holds up no other', async () => {
    const { woken, troubles } = await run([[north, south]], north);

    expect(woken).toEqual([north, south]);
    expect(troubles).toMatchObject([{ message: 'damaged' }]);
  });

  test('a look that fails is shown and made again', async () => {
    const fault = new Error('the database went away');

    const { woken, troubles } = await run([fault, [north]]);

    expect(woken).toEqual([north]);
    expect(troubles).toEqual([fault]);
  });

  test('no bank is woken once it was told to end', async () => {
    const stop = new AbortController();
    const woken: BankId[] = [];
    const process = new DeadlinesProcess({
      due: () => Promise.resolve([north, south]),
      wake: (bank) => {
        woken.push(bank);
        stop.abort();
        return Promise.resolve();
      },
      onTrouble: () => undefined,
      pause: () => Promise.resolve(),
    });

    await process.run(stop.signal);

    expect(woken).toEqual([north]);
  });
});
