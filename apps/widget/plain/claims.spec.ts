import type { AccountHome, Exchange } from '../api/shapes.js';
import { awaits, balanceAfter, isLoggedAlready, otherParty, passedSoftLimit } from './claims.js';

const me = { id: 'me', displayName: 'Lucia Bianchi' };
const carla = { id: 'carla', displayName: 'Carla Ferri' };
const claim: Exchange = {
  id: 'claim',
  state: 'LOGGED',
  minutes: 90,
  travelMinutes: 15,
  serviceDate: '2026-11-14',
  category: null,
  turn: 'RECEIVER',
  expiresAt: null,
  entryNumber: null,
  version: 3,
  note: null,
  loggedByYou: false,
  atDesk: false,
  hub: { name: 'Settimo' },
  provider: carla,
  receiver: me,
};
const none = { kind: 'NONE', minutes: null } as const;
const account: AccountHome = {
  id: 'me',
  balanceMinutes: 60,
  reservedMinutes: 0,
  floor: none,
  ceiling: none,
  statement: { edges: [] },
  exchanges: { edges: [{ node: claim }] },
  companions: [],
};

test('the receiver would have so much less, travel included', () => {
  expect(balanceAfter(account, claim)).toBe(-45);
  expect(balanceAfter({ ...account, id: 'carla' }, claim)).toBe(165);
});

test('a claim waits for the side whose turn it is', () => {
  expect(awaits('me', claim)).toBe(true);
  expect(awaits('carla', claim)).toBe(false);
  expect(otherParty('me', claim)).toBe(carla);
});

test('the same person, day, time and direction is logged already; anything else is not', () => {
  const asked = { minutes: 90, other: 'carla', day: '2026-11-14', gave: false };
  expect(isLoggedAlready(account, asked)).toBe(true);
  expect(isLoggedAlready(account, { ...asked, gave: true })).toBe(false);
  expect(isLoggedAlready(account, { ...asked, minutes: 60 })).toBe(false);
  expect(isLoggedAlready(account, { ...asked, day: '2026-11-13' })).toBe(false);
});

test.each([
  { balance: -600, passed: undefined },
  { balance: -601, passed: -600 },
  { balance: 900, passed: undefined },
  { balance: 901, passed: 900 },
])('of soft limits from -600 to 900, $balance passes $passed', ({ balance, passed }) => {
  const limits = { floor: { kind: 'SOFT', minutes: -600 }, ceiling: { kind: 'SOFT', minutes: 900 } } as const;
  expect(passedSoftLimit(balance, limits)).toBe(passed);
});
