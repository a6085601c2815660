import { eventually } from '#testing';
import { Tidings } from './tidings.js';

const noTimeSoon = 60_000;

describe('what is told to other processes', () => {
  test('is once how far the store reaches, whatever came meanwhile', async () => {
    const told: bigint[] = [];
    const tidings = new Tidings((head) => Promise.resolve(told.push(head)), 1);
    for (const head of [4n, 9n, 7n]) tidings.came(head);
    expect(told).toEqual([]);
    await eventually(() => {
      expect(told).toEqual([9n]);
    });
    tidings.came(10n);
    await eventually(() => {
      expect(told).toEqual([9n, 10n]);
    });
  });

  test('is told before the end, and only where it was not told yet', async () => {
    const told: bigint[] = [];
    const tidings = new Tidings((head) => Promise.resolve(told.push(head)), noTimeSoon);
    tidings.came(4n);
    await tidings.close();
    await tidings.close();
    expect(told).toEqual([4n]);
  });

  test('may fail: whoever was not told looks for themselves', async () => {
    const tidings = new Tidings(() => Promise.reject(new Error('PostgreSQL is away')), noTimeSoon);
    tidings.came(4n);
    await expect(tidings.close()).resolves.toBeUndefined();
  });
});
