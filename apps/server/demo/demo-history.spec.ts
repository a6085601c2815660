import { demoHubs, demoLimits } from './demo-bank.js';
import { demoFiles } from './demo-files.js';
import { demoHistory, demoSeed, demoSize } from './demo-history.js';

const seed = demoSeed;
const history = demoHistory(seed);
const { members, exchanges } = history;

/** Exchanges, and balance, of everyone who had any. */
const sidesOf = new Map<string, { count: number; balanceMinutes: number }>();
for (const { provider, receiver, minutes } of exchanges) {
  for (const [name, moved] of [
    [provider, minutes],
    [receiver, -minutes],
  ] as const) {
    const { count, balanceMinutes } = sidesOf.get(name) ?? { count: 0, balanceMinutes: 0 };
    sidesOf.set(name, { count: count + 1, balanceMinutes: balanceMinutes + moved });
  }
}
const byActivity = [...sidesOf.values()].map(({ count }) => count).sort((a, b) => b - a);

test('exactly as many members, exchanges, hours and months as the published bank', () => {
  expect(members).toHaveLength(319);
  expect(exchanges).toHaveLength(2_316);
  expect(exchanges.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(6_712 * 60);
  expect(new Set(exchanges.map(({ day }) => day.slice(0, 7))).size).toBe(53);
  expect([exchanges[0]?.day.slice(0, 7), exchanges.at(-1)?.day.slice(0, 7)]).toEqual(['2022-06', '2026-10']);
});

test('the same seed makes the same files, another seed others with the same sums', () => {
  expect(demoFiles(demoHistory(seed))).toEqual(demoFiles(history));
  const other = demoHistory(seed + 1);
  expect(demoFiles(other)).not.toEqual(demoFiles(history));
  expect(other.exchanges.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(demoSize.minutes);
});

test('few are very active, a long tail never exchanged', () => {
  expect(members.length - sidesOf.size).toBe(105);
  const ten = byActivity.slice(0, 10).reduce((a, b) => a + b, 0);
  expect(ten / (2 * exchanges.length)).toBeGreaterThan(0.2);
  expect(ten / (2 * exchanges.length)).toBeLessThan(0.5);
});

test('every exchange is between two people, of whole quarters of an hour, at most a day', () => {
  for (const { provider, receiver, minutes } of exchanges) {
    expect(provider).not.toBe(receiver);
    expect([minutes % 15, minutes > 0, minutes <= 1_440]).toEqual([0, true, true]);
  }
});

test('everyone has a name of their own, and joined before the first exchange', () => {
  const since = new Map(members.map((member) => [member.name, member.since]));
  expect(since.size).toBe(319);
  for (const { day, provider, receiver } of exchanges) {
    expect([since.get(provider), since.get(receiver)].every((joined) => joined !== undefined && joined <= day)).toBe(
      true,
    );
  }
});

test('every hub has exchanges, the two largest the most', () => {
  const counts = demoHubs.map((place) => exchanges.filter(({ hub }) => hub === place).length);
  const [rho = 0, settimo = 0, ...others] = counts;
  expect(rho).toBeGreaterThan(settimo);
  expect(settimo).toBeGreaterThan(Math.max(...others));
  expect(Math.min(...others)).toBeGreaterThan(100);
});

test('balances sum to zero, and two are beyond each limit of the bank', () => {
  const balances = [...sidesOf.values()].map(({ balanceMinutes }) => balanceMinutes);
  expect(balances.reduce((a, b) => a + b, 0)).toBe(0);
  expect(balances.filter((balance) => balance < demoLimits.floorMinutes)).toHaveLength(2);
  expect(balances.filter((balance) => balance > demoLimits.ceilingMinutes)).toHaveLength(2);
});
