import { openBank, type Bank } from './bank.js';
import { mannWhitney } from './mann-whitney.js';
import { admitWithEmail, auth, codesSentTo, someAddress, somewhere } from './signing-in.js';

describe('the statistic', () => {
  const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, n) => n + from);

  test('has the values that were worked out by hand', () => {
    expect(mannWhitney(upTo(10), upTo(10))).toBeCloseTo(1, 6);
    expect(mannWhitney([1, 1, 1], [1, 1, 1])).toBe(1);
    expect(mannWhitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(0.0122, 3);
    expect(mannWhitney([6, 7, 8, 9, 10], [1, 2, 3, 4, 5])).toBeCloseTo(0.0122, 3);
    expect(mannWhitney([1, 2, 2, 3], [2, 3, 3, 4])).toBeCloseTo(0.172, 3);
  });

  test('finds a shift of a fifth of the spread in two hundred values', () => {
    const values = upTo(200);
    expect(mannWhitney(values, upTo(200, 5))).toBeGreaterThan(0.1);
    expect(mannWhitney(values, upTo(200, 40))).toBeLessThan(0.001);
  });
});

describe('who asks for a code', () => {
  const known: string[] = [];
  let bank: Bank;
  beforeAll(async () => {
    bank = await openBank('tempi');
    for (let n = 0; n < 200; n++) {
      const address = someAddress(`socio-${String(n)}`);
      await admitWithEmail(bank, `Socio ${String(n)}`, address);
      known.push(address);
    }
  }, 120_000);

  /**
   * Two hundred each, in an order of chance alone: the mail that goes out for a known address costs the request after it some
   * time, which must be as often a known one's.
   */
  async function askForAll(): Promise<{ readonly known: number[]; readonly unknown: number[] }> {
    const tookMs: { readonly known: number[]; readonly unknown: number[] } = { known: [], unknown: [] };
    const ask = async (address: string) => {
      const { status, ms, body } = await auth('code', { address, hub: bank.hub }, { place: somewhere() });
      expect([status, Object.keys(body)]).toEqual([200, ['challenge', 'lifeSeconds']]);
      return ms;
    };
    const inOrder = known.flatMap((address) => [
      { by: Math.random(), address, of: tookMs.known },
      { by: Math.random(), address: someAddress('nessuno'), of: tookMs.unknown },
    ]);
    for (const { address, of } of inOrder.toSorted((one, other) => one.by - other.by)) of.push(await ask(address));
    return tookMs;
  }

  test('cannot tell by the time of the answer whether anybody has the address', async () => {
    await auth('code', { address: known[0], hub: bank.hub }, { place: somewhere() });
    const first = await askForAll();
    let likely = mannWhitney(first.known, first.unknown);
    // One run of a hundred looks so by chance; a difference that is there shows in the next one, too.
    if (likely <= 0.01) {
      const second = await askForAll();
      likely = mannWhitney(second.known, second.unknown);
    }
    expect(likely).toBeGreaterThan(0.01);
    expect(await codesSentTo(known[199] ?? '')).not.toEqual([]);
  }, 120_000);
});
