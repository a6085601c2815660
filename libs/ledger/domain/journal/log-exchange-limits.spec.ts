import { minutes } from '#kernel';
import { CeilingReached, FloorReached } from './exchange.errors.js';
import { log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { balance, hard, limitsSet, logged } from './testing/past.js';
import { by, carla, dina, lucia } from './testing/people.js';

describe('hard limits at logging', () => {
  const floored = bankOf({ limits: { floor: hard(-600), ceiling: hard(600) } });

  test.each([
    { before: -509, verdict: 'ExchangeLogged' },
    { before: -510, verdict: 'ExchangeLogged' },
    { before: -511, verdict: 'FLOOR_REACHED' },
  ])('a receiver with $before logs 90 over a floor of -600: $verdict', ({ before, verdict }) => {
    given(...floored, balance(lucia, before))
      .when(log(by(lucia)))
      .verdict(verdict);
  });

  test('what other claims reserve is not available', () =>
    given(...floored, balance(lucia, -420), logged({ loggedBy: lucia.person }, 'provider'))
      .when(log(by(lucia), { minutes: minutes(105) }))
      .refuses(FloorReached, {
        account: lucia.account,
        minutes: 105,
        limitMinutes: -600,
        availableMinutes: -510,
      }));

  test('a provider’s claim meets the limits only when it is confirmed', () => {
    given(...floored, balance(lucia, -600), balance(carla, 600, 2, 600))
      .when(log(by(carla)))
      .verdict('ExchangeLogged');
  });

  test.each([
    { before: 509, verdict: 'ExchangePosted' },
    { before: 510, verdict: 'ExchangePosted' },
    { before: 511, verdict: 'CEILING_REACHED' },
  ])('a sheet posts 90 to a provider with $before under a ceiling of 600: $verdict', ({ before, verdict }) => {
    given(...floored, balance(carla, before))
      .when(log(by(dina), { sheet: '1' }))
      .verdict(verdict);
  });

  test('an account’s own limits stand over the bank’s', () => {
    given(...floored, limitsSet(lucia, { floor: hard(-89) }))
      .when(log(by(lucia)))
      .refuses(FloorReached);
    given(...floored, limitsSet(lucia, { floor: { kind: 'none' } }), balance(lucia, -600))
      .when(log(by(lucia)))
      .verdict('ExchangeLogged');
    given(...floored, limitsSet(carla, { ceiling: hard(89) }))
      .when(log(by(dina), { sheet: '1' }))
      .refuses(CeilingReached);
    given(...floored, limitsSet(carla, { ceiling: { kind: 'none' } }), balance(carla, 600))
      .when(log(by(dina), { sheet: '1' }))
      .verdict('ExchangePosted');
  });

  test('a receiver who posts at once does not learn the provider’s balance', () =>
    given(...bankOf({ consent: 'receiver', limits: { floor: hard(-600), ceiling: hard(600) } }), balance(carla, 600))
      .when(log(by(lucia)))
      .refuses(CeilingReached, { account: carla.account, minutes: 90 }));
});
