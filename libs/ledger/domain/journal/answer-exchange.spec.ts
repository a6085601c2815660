import { NotFound, NothingToChange, addDays, minutes } from '#kernel';
import { askedInstant, sealed } from '#testing';
import {
  ExchangeNotOpen,
  FloorReached,
  MinutesAboveMax,
  MinutesNotInSteps,
  MinutesNotPositive,
  NotYourTurn,
  OwnClaim,
} from './exchange.errors.js';
import { answer } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { balance, facts, hard, logged, mandateGiven } from './testing/past.js';
import { by, byFor, carla, dina, lucia, piero } from './testing/people.js';

const expiresAt = addDays(askedInstant, 30);

describe('answering with other minutes', () => {
  test('the receiver proposes: the turn passes, the days begin anew, the minutes are reserved', () => {
    const scene = given(...bankOf(), logged());
    scene.when(answer(by(lucia), 60, undefined, 'it was less')).then({
      event: {
        type: 'ExchangeAnswered',
        data: {
          facts: { ...facts, minutes: minutes(60) },
          follows: 6,
          by: 'receiver',
          turn: 'provider',
          expiresAt,
          answer: sealed('it was less'),
        },
      },
      actor: by(lucia),
    });
    expect(scene.state.accounts.get(lucia.account)?.reservedMinutes).toBe(60);
    expect(scene.state.claims.get(facts.exchange)).toMatchObject({ loggedSide: 'provider', proposedBy: lucia.person });
  });

  test('the provider proposes: what the receiver had reserved is released', () => {
    const scene = given(...bankOf(), logged({ loggedBy: lucia.person }, 'provider'));
    scene.when(answer(by(carla), 120)).verdict('ExchangeAnswered');
    expect(scene.state.accounts.get(lucia.account)?.reservedMinutes).toBe(0);
    expect(scene.state.claims.get(facts.exchange)?.turn).toBe('receiver');
  });

  test.each([
    { given: 90, travel: undefined, verdict: 'NOTHING_TO_CHANGE' },
    { given: 90, travel: 30, verdict: 'NOTHING_TO_CHANGE' },
    { given: 90, travel: 0, verdict: 'ExchangeAnswered' },
    { given: 90, travel: 15, verdict: 'ExchangeAnswered' },
    { given: 105, travel: undefined, verdict: 'ExchangeAnswered' },
  ])('$given and $travel where 90 and 30 of travel were proposed: $verdict', ({ given: time, travel, verdict }) => {
    given(...bankOf(), logged({ travelMinutes: minutes(30) }))
      .when(answer(by(lucia), time, travel))
      .verdict(verdict);
  });

  test.each([
    { before: -539, verdict: 'ExchangeAnswered' },
    { before: -540, verdict: 'ExchangeAnswered' },
    { before: -541, verdict: 'FLOOR_REACHED' },
  ])('the receiver proposes 60 with $before over a floor of -600: $verdict', ({ before, verdict }) => {
    given(...bankOf({ limits: { floor: hard(-600), ceiling: { kind: 'none' } } }), balance(lucia, before), logged())
      .when(answer(by(lucia), 60))
      .verdict(verdict);
  });
});

test('what the provider proposes meets the receiver’s floor only when it is confirmed', () =>
  given(
    ...bankOf({ limits: { floor: hard(-90), ceiling: { kind: 'none' } } }),
    logged({ loggedBy: lucia.person }, 'provider'),
  )
    .when(answer(by(carla), 120))
    .verdict('ExchangeAnswered'));

test('the order of refusals', () => {
  const scene = () =>
    given(
      ...bankOf({ limits: { floor: hard(0), ceiling: hard(0) }, exchangeMinutesMax: minutes(120) }),
      mandateGiven(carla, lucia),
      logged(),
    );
  scene()
    .when(answer(by(piero), 90))
    .refuses(NotFound);
  scene()
    .when(answer(by(carla), 90))
    .refuses(NotYourTurn);
  scene()
    .when(answer(by(dina), 90))
    .refuses(NotYourTurn);
  scene()
    .when(answer(byFor(carla, lucia), 1))
    .refuses(OwnClaim);
  scene()
    .when(answer(by(lucia), -1))
    .refuses(MinutesNotPositive);
  scene()
    .when(answer(by(lucia), 136))
    .refuses(MinutesNotInSteps);
  scene()
    .when(answer(by(lucia), 135))
    .refuses(MinutesAboveMax);
  scene()
    .when(answer(by(lucia), 90))
    .refuses(NothingToChange);
  scene()
    .when(answer(by(lucia), 60))
    .refuses(FloorReached);
  given(...bankOf(), logged(), { type: 'ExchangeWithdrawn', data: { facts, follows: 6 } })
    .when(answer(by(carla), 60))
    .refuses(ExchangeNotOpen, { status: 'withdrawn' });
});
