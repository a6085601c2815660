import { Forbidden, NotFound, type Instant } from '#kernel';
import { idOf } from '#testing';
import { DeskIsParty, DeskOnly, SelfExchange } from './exchange.errors.js';
import { log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { admitted, day, granted, mandateGiven } from './testing/past.js';
import {
  ada,
  by,
  byFor,
  carla,
  dina,
  hub,
  lucia,
  otherHub,
  piero,
  someone,
  stranger,
  upperHub,
} from './testing/people.js';

describe('who may log', () => {
  const twin = { ...someone('Carla again'), person: carla.person };

  test.each([
    ['a stranger', by(stranger)],
    ['a member who is no party', by(piero)],
    ['who acts for a member without a mandate', byFor(piero, carla)],
    ['an administrator, by that role', by(ada)],
  ])('to %s it does not exist', (_who, actor) => {
    given(...bankOf())
      .when(log(actor))
      .refuses(NotFound, {});
  });

  test('a mandate is for one member only', () =>
    given(...bankOf(), mandateGiven(piero, lucia))
      .when(log(byFor(piero, carla)))
      .refuses(NotFound));

  test.each([{ provider: stranger.account }, { receiver: stranger.account }])(
    'an account that is none of the bank’s does not exist: %#',
    (parties) => {
      given(...bankOf())
        .when(log(by(dina), parties))
        .refuses(NotFound, {});
    },
  );

  test.each([
    ['yesterday', '2026-03-09', 'NOT_FOUND'],
    ['today', '2026-03-10', 'ExchangeLogged'],
  ])('a mandate whose last day is %s', (_when, until, verdict) => {
    given(...bankOf(), mandateGiven(piero, carla, { until: day(until) }))
      .when(log(byFor(piero, carla)))
      .verdict(verdict);
  });

  test.each([
    ['the bank’s midnight has passed', '2026-03-10T23:00:00.000Z', 'NOT_FOUND'],
    ['it has not', '2026-03-10T22:59:59.999Z', 'ExchangeLogged'],
  ])('days are the bank’s: %s', (_when, at, verdict) => {
    given(...bankOf(), mandateGiven(piero, carla, { until: day('2026-03-10') }))
      .when({ ...log(byFor(piero, carla)), at: at as Instant })
      .verdict(verdict);
  });

  test.each([
    ['of the hub', { hub }, 'ExchangeLogged'],
    ['of a hub above it', { hub: upperHub }, 'ExchangeLogged'],
    ['of another hub', { hub: otherHub }, 'NOT_FOUND'],
    ['until yesterday', { hub, until: day('2026-03-09') }, 'NOT_FOUND'],
    ['until today', { hub, until: day('2026-03-10') }, 'ExchangeLogged'],
    ['from today', { hub, from: day('2026-03-10') }, 'ExchangeLogged'],
    ['from tomorrow', { hub, from: day('2026-03-11') }, 'NOT_FOUND'],
  ])('a coordinator %s', (_scope, grantedDays, verdict) => {
    const eva = someone('Eva');
    given(...bankOf(), granted(eva, 'coordinator', grantedDays))
      .when(log(by(eva)))
      .verdict(verdict);
  });

  test.each([
    [{ desk: 'tuesday' }, 'desk'],
    [{ onBehalfOf: carla.account }, 'onBehalfOf'],
    [{ sheet: '1' }, 'sheet'],
  ])('only a desk says %j', (said, field) => {
    for (const actor of [by(carla), byFor(piero, carla)]) {
      given(...bankOf(), mandateGiven(piero, carla))
        .when(log(actor, said))
        .refuses(DeskOnly, { field });
    }
  });

  test('a coordinator who is a party is no desk', () =>
    given(...bankOf(), granted(carla, 'coordinator'))
      .when(log(by(carla), { sheet: '1' }))
      .refuses(DeskOnly));

  test('a coordinator who is a party’s delegate is no desk either', () =>
    given(...bankOf(), mandateGiven(dina, lucia))
      .when(log(by(dina), { sheet: '1' }))
      .refuses(DeskIsParty));

  test.each([[{ system: 'deadlines' }], [{ import: idOf<never>('import'), person: ada.person }]])(
    'neither the system nor an import logs',
    (actor) => {
      given(...bankOf())
        .when(log(actor))
        .refuses(Forbidden);
    },
  );

  test('one person with two accounts is one person', () =>
    given(...bankOf(), admitted(twin))
      .when(log(by(carla), { receiver: twin.account }))
      .refuses(SelfExchange));

  test('nowhere before the bank is opened', () =>
    given()
      .when(log(by(carla)))
      .refuses(NotFound));
});
