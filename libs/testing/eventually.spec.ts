import { eventually } from './eventually.js';

describe('eventually', () => {
  test('asks again until the probe passes', async () => {
    let asked = 0;
    const answer = await eventually(() => {
      asked += 1;
      expect(asked).toBeGreaterThan(2);
      return asked;
    });

    expect(answer).toBe(3);
  });

  test('gives up with the last error', async () => {
    const never = (): never => {
      throw new Error('still dark');
    };

    await expect(eventually(never, 20)).rejects.toThrow('still dark');
  });
});
