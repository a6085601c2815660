import { Forbidden, NotFound, NothingToChange, type Actor, type MandateId } from '#kernel';
import { newId, sealed } from '#testing';
import { BeforeMembership } from './exchange.errors.js';
import { AlreadyOver, DatesInWrongOrder, MandateToOneself } from './member.errors.js';
import { bankOf, given } from './testing/given.js';
import { end, give } from './testing/keeping.js';
import { day, mandateGiven } from './testing/past.js';
import { ada, bankStream, by, byFor, carla, dina, lucia, mandateIdOf, piero, stranger } from './testing/people.js';

describe('giving a mandate', () => {
  const data = {
    mandate: newId<MandateId>('mandate'),
    account: carla.account,
    person: piero.person,
    kind: 'delegate',
    from: day('2026-03-10'),
    reason: sealed('asked'),
  } as const;

  test('by the member, and by a coordinator in scope', () => {
    given(...bankOf())
      .when(give(by(carla)))
      .then({ event: { type: 'MandateGiven', data }, actor: by(carla) });
    given(...bankOf())
      .when(give(by(dina), { kind: 'guardian', until: day('2026-12-31') }))
      .then({
        event: { type: 'MandateGiven', data: { ...data, kind: 'guardian', until: day('2026-12-31') } },
        actor: { ...by(dina), grant: { stream: bankStream, revision: 5 } },
      });
  });

  test.each([
    [{ from: day('2024-12-31') }, 'BEFORE_MEMBERSHIP'],
    [{ from: day('2025-01-01') }, 'MandateGiven'],
    [{ from: day('2026-03-11'), until: day('2026-03-10') }, 'DATES_IN_WRONG_ORDER'],
    [{ from: day('2026-03-10'), until: day('2026-03-10') }, 'MandateGiven'],
    [{ from: day('2026-03-09'), until: day('2026-03-09') }, 'ALREADY_OVER'],
    [{ from: day('2026-06-01') }, 'MandateGiven'],
  ])('%j, a member since 1 January 2025, asked on 10 March 2026: %s', (days, verdict) => {
    given(...bankOf())
      .when(give(by(carla), days))
      .verdict(verdict);
  });

  test.each([
    [{ from: day('2026-03-10'), until: day('2026-04-30') }, 'NOTHING_TO_CHANGE'],
    [{ from: day('2026-03-10'), until: day('2026-05-01') }, 'MandateGiven'],
    [{ from: day('2026-03-10') }, 'MandateGiven'],
    [{ from: day('2026-03-10'), until: day('2026-04-30'), kind: 'guardian' }, 'MandateGiven'],
  ] as const)('%j, where one holds until 30 April: %s', (days, verdict) => {
    given(...bankOf(), mandateGiven(piero, carla, { until: day('2026-04-30') }))
      .when(give(by(dina), days))
      .verdict(verdict);
  });

  test.each([
    ['2026-03-31', 'MandateGiven'],
    ['2026-04-01', 'NOTHING_TO_CHANGE'],
  ])('one from %s, where one holds from 1 April on: %s', (from, verdict) => {
    given(...bankOf(), mandateGiven(piero, carla, { from: day('2026-04-01') }))
      .when(give(by(carla), { from: day(from) }))
      .verdict(verdict);
  });

  test('the order of refusals', () => {
    const wrong = {
      kind: 'guardian',
      person: carla.person,
      from: day('2020-01-02'),
      until: day('2020-01-01'),
    } as const;
    given()
      .when(give(by(carla), wrong))
      .refuses(NotFound);
    given(...bankOf())
      .when(give({ system: 'x' }, wrong))
      .refuses(Forbidden);
    given(...bankOf())
      .when(give(byFor(piero, carla), wrong))
      .refuses(Forbidden);
    given(...bankOf())
      .when(give(by(dina), { ...wrong, account: stranger.account }))
      .refuses(NotFound);
    given(...bankOf())
      .when(give(by(lucia), wrong))
      .refuses(NotFound);
    given(...bankOf())
      .when(give(by(ada), wrong))
      .refuses(NotFound);
    given(...bankOf())
      .when(give(by(carla), wrong))
      .refuses(Forbidden);
    given(...bankOf())
      .when(give(by(carla), { ...wrong, kind: 'delegate' }))
      .refuses(MandateToOneself);
    given(...bankOf())
      .when(give(by(dina), { ...wrong, person: dina.person }))
      .refuses(MandateToOneself);
    given(...bankOf())
      .when(give(by(dina), wrong))
      .refuses(MandateToOneself);
    given(...bankOf())
      .when(give(by(dina), { ...wrong, person: stranger.person }))
      .refuses(NotFound);
    given(...bankOf())
      .when(give(by(dina), { ...wrong, person: piero.person }))
      .refuses(BeforeMembership);
    given(...bankOf())
      .when(give(by(dina), { until: day('2026-03-09') }))
      .refuses(DatesInWrongOrder);
    given(...bankOf())
      .when(give(by(dina), { from: day('2025-02-01'), until: day('2026-03-09') }))
      .refuses(AlreadyOver);
    given(...bankOf(), mandateGiven(piero, carla))
      .when(give(by(carla)))
      .refuses(NothingToChange);
  });
});

describe('ending a mandate', () => {
  test.each<readonly [string, Actor, string]>([
    ['the member', by(carla), 'MandateEnded'],
    ['the delegate', by(piero), 'MandateEnded'],
    ['a coordinator in scope', by(dina), 'MandateEnded'],
    ['another member', by(lucia), 'NOT_FOUND'],
    ['an administrator, by that role', by(ada), 'NOT_FOUND'],
    ['the delegate in the member’s name', byFor(piero, carla), 'FORBIDDEN'],
    ['the system', { system: 'x' }, 'FORBIDDEN'],
  ])('by %s', (_who, actor, verdict) => {
    given(...bankOf(), mandateGiven(piero, carla))
      .when(end(actor))
      .verdict(verdict);
  });

  test('it holds no longer', () => {
    const scene = given(...bankOf(), mandateGiven(piero, carla));
    scene.when(end(by(piero))).then({
      event: {
        type: 'MandateEnded',
        data: { mandate: mandateIdOf(piero, carla), account: carla.account, person: piero.person },
      },
      actor: by(piero),
    });
    expect(scene.state.mandatesOf.has(piero.person)).toBe(false);
  });

  test.each([
    ['2026-03-09', 'NOTHING_TO_CHANGE'],
    ['2026-03-10', 'MandateEnded'],
  ])('one that is over by itself needs no end: until %s', (until, verdict) => {
    given(...bankOf(), mandateGiven(piero, carla, { until: day(until) }))
      .when(end(by(carla)))
      .verdict(verdict);
  });

  test('the order of refusals', () => {
    const over = mandateGiven(piero, carla, { until: day('2026-03-09') });
    given()
      .when(end({ system: 'x' }))
      .refuses(NotFound);
    given(...bankOf())
      .when(end({ system: 'x' }))
      .refuses(Forbidden);
    given(...bankOf())
      .when(end(by(dina)))
      .refuses(NotFound);
    given(...bankOf(), over)
      .when(end(by(lucia)))
      .refuses(NotFound);
    given(...bankOf(), over)
      .when(end(by(carla)))
      .refuses(NothingToChange);
  });
});
