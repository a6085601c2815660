import { minutes, type ExchangeId } from '#kernel';
import { idOf } from '#testing';
import { log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { admitted, day, logged, readmitted, suspended } from './testing/past.js';
import { by, carla, dina, lucia, someone } from './testing/people.js';

describe('what may be logged', () => {
  const long = bankOf({ exchangeMinutesMax: minutes(120) });

  test.each([
    { given: 0, travel: 15, verdict: 'MINUTES_NOT_POSITIVE' },
    { given: -15, travel: 0, verdict: 'MINUTES_NOT_POSITIVE' },
    { given: 15, travel: -15, verdict: 'MINUTES_NOT_POSITIVE' },
    { given: 1, travel: 0, verdict: 'MINUTES_NOT_IN_STEPS' },
    { given: 14, travel: 0, verdict: 'MINUTES_NOT_IN_STEPS' },
    { given: 15, travel: 0, verdict: 'ExchangeLogged' },
    { given: 16, travel: 0, verdict: 'MINUTES_NOT_IN_STEPS' },
    { given: 15, travel: 1, verdict: 'MINUTES_NOT_IN_STEPS' },
    { given: 105, travel: 15, verdict: 'ExchangeLogged' },
    { given: 120, travel: 0, verdict: 'ExchangeLogged' },
    { given: 120, travel: 15, verdict: 'MINUTES_ABOVE_MAX' },
    { given: 135, travel: 0, verdict: 'MINUTES_ABOVE_MAX' },
    { given: Number.MAX_SAFE_INTEGER, travel: 0, verdict: 'MINUTES_NOT_IN_STEPS' },
  ])('$given minutes and $travel of travel, steps of 15, at most 120: $verdict', ({ given: time, travel, verdict }) => {
    given(...long)
      .when(log(by(carla), { minutes: minutes(time), travelMinutes: minutes(travel) }))
      .verdict(verdict);
  });

  test.each([
    ['', 'PAPER_NUMBER_INVALID'],
    ['ABC', 'PAPER_NUMBER_INVALID'],
    ['1', 'ExchangePosted'],
    ['a/b-c.9', 'ExchangePosted'],
    ['Mario 7', 'PAPER_NUMBER_INVALID'],
    ['1'.repeat(24), 'ExchangePosted'],
    ['1'.repeat(25), 'PAPER_NUMBER_INVALID'],
  ])('paper numbered "%s": %s', (sheet, verdict) => {
    given(...bankOf())
      .when(log(by(dina), { sheet }))
      .verdict(verdict);
  });

  test.each([
    ['2024-12-31', 'BEFORE_MEMBERSHIP'],
    ['2025-01-01', 'ExchangeLogged'],
    ['2026-03-10', 'ExchangeLogged'],
    ['2026-03-11', 'SERVICE_DATE_IN_FUTURE'],
  ])('a service date of %s, members since 1 January 2025, asked on 10 March: %s', (date, verdict) => {
    given(...bankOf())
      .when(log(by(carla), { serviceDate: day(date) }))
      .verdict(verdict);
  });

  test.each([
    ['2026-01-31', 'ExchangeLogged'],
    ['2026-02-01', 'MEMBER_SUSPENDED'],
    ['2026-02-14', 'MEMBER_SUSPENDED'],
    ['2026-02-15', 'ExchangeLogged'],
  ])('a service date of %s, suspended from 1 to 14 February: %s', (date, verdict) => {
    given(...bankOf(), suspended(lucia, '2026-02-01'), readmitted(lucia, '2026-02-15'))
      .when(log(by(carla), { serviceDate: day(date) }))
      .verdict(verdict);
  });

  test.each([{ who: carla }, { who: lucia }])(
    '$who.name must be a member in standing that day, whatever the side',
    ({ who }) => {
      given(...bankOf(), suspended(who, '2026-03-01'))
        .when(log(by(carla)))
        .verdict('MEMBER_SUSPENDED');
      const nives = someone('Nives');
      const parties = who === carla ? { provider: nives.account } : { receiver: nives.account };
      given(...bankOf(), admitted(nives, { since: day('2026-03-02') }))
        .when(log(by(who === carla ? lucia : carla), parties))
        .verdict('BEFORE_MEMBERSHIP');
    },
  );

  test.each([
    [4, 'ExchangeLogged'],
    [5, 'TOO_MANY_OPEN_CLAIMS'],
  ])('with %i open claims of the pair, in either direction: %s', (open, verdict) => {
    const claims = Array.from({ length: open }, (_, n) => {
      const parties = n % 2 ? {} : { provider: lucia.account, receiver: carla.account, loggedBy: lucia.person };
      return logged({ exchange: idOf<ExchangeId>(`claim ${String(n)}`), ...parties });
    });
    given(...bankOf(), ...claims)
      .when(log(by(carla)))
      .verdict(verdict);
  });

  test('what posts at once is no claim that waits', () => {
    const claims = Array.from({ length: 5 }, (_, n) => logged({ exchange: idOf<ExchangeId>(`claim ${String(n)}`) }));
    given(...bankOf(), ...claims)
      .when(log(by(dina), { sheet: '1' }))
      .verdict('ExchangePosted');
  });
});
