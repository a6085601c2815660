import { Forbidden, NotFound, minutes, type ExchangeId } from '#kernel';
import { idOf } from '#testing';
import { HubNotServed } from './bank.errors.js';
import {
  BeforeMembership,
  CeilingReached,
  CodeInvalid,
  DeskIsParty,
  DeskOnly,
  FloorReached,
  MemberSuspended,
  MinutesAboveMax,
  MinutesNotInSteps,
  MinutesNotPositive,
  NotAParty,
  PaperNumberInvalid,
  SelfExchange,
  ServiceDateInFuture,
  TooManyOpenClaims,
  UnknownCategory,
  UnknownStrand,
} from './exchange.errors.js';
import { log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { admitted, day, hard, logged, mandateGiven, none, suspended } from './testing/past.js';
import { by, carla, dina, hub, lucia, otherHub, piero, someone, stranger } from './testing/people.js';

/** Each step mends the first thing that is wrong: what remains wrong is refused in this order. */
test('the order of refusals', () => {
  const scene = () =>
    given(
      ...bankOf({ limits: { floor: hard(0), ceiling: hard(0) } }),
      suspended(carla, '2026-01-01'),
      admitted({ ...someone('Lucia again'), person: lucia.person }),
      admitted({ ...someone('Nives') }, { since: day('2026-03-05') }),
    );
  const nives = someone('Nives').account;
  const wrong = {
    receiver: someone('Lucia again').account,
    provider: lucia.account,
    minutes: minutes(0),
    hub: otherHub,
    category: 'flying',
    strand: 'none',
    offer: 'Mario',
    desk: 'Tuesday',
    onBehalfOf: carla.account,
    sheet: 'Mario',
    serviceDate: day('2026-03-11'),
  };
  const code = { offer: idOf<ExchangeId>('offer') };
  const steps = [
    [Forbidden, { system: 'x' }, {}],
    [NotFound, by(stranger), {}],
    [SelfExchange, by(lucia), {}],
    [MinutesNotPositive, by(lucia), { receiver: nives }],
    [MinutesNotInSteps, by(lucia), { minutes: minutes(2000) }],
    [MinutesAboveMax, by(lucia), { minutes: minutes(1455) }],
    [HubNotServed, by(lucia), { minutes: minutes(15) }],
    [UnknownCategory, by(lucia), { hub }],
    [UnknownStrand, by(lucia), { category: 'cooking' }],
    [CodeInvalid, by(lucia), { strand: 'family' }],
    [CodeInvalid, by(lucia), code],
    [DeskOnly, by(lucia), { desk: 'tuesday' }],
    [NotAParty, by(dina), {}],
    [PaperNumberInvalid, by(dina), { onBehalfOf: nives }],
    [ServiceDateInFuture, by(dina), { sheet: '1' }],
    [BeforeMembership, by(dina), { serviceDate: day('2026-03-01') }],
    [MemberSuspended, by(dina), { receiver: carla.account, onBehalfOf: carla.account }],
    [FloorReached, by(dina), { receiver: piero.account, onBehalfOf: piero.account }],
  ] as const;
  let input = { ...wrong };
  for (const [kind, actor, mended] of steps) {
    input = { ...input, ...mended };
    scene().when(log(actor, input)).refuses(kind);
  }
});

test('a coordinator who is a party’s delegate is refused before anything that was typed is looked at', () =>
  given(...bankOf(), mandateGiven(dina, lucia))
    .when(log(by(dina), { minutes: minutes(0) }))
    .refuses(DeskIsParty));

test('of a claim, room comes before the floor; of a posting, the floor before the ceiling', () => {
  const limits = { floor: hard(0), ceiling: hard(0) };
  const five = Array.from({ length: 5 }, (_, n) => logged({ exchange: idOf<ExchangeId>(`claim ${String(n)}`) }));
  given(...bankOf({ limits }), ...five)
    .when(log(by(lucia)))
    .refuses(TooManyOpenClaims);
  given(...bankOf({ limits }))
    .when(log(by(lucia)))
    .refuses(FloorReached);
  given(...bankOf({ limits, consent: 'receiver' }))
    .when(log(by(lucia)))
    .refuses(FloorReached);
  given(...bankOf({ limits: { ...limits, floor: none }, consent: 'receiver' }))
    .when(log(by(lucia)))
    .refuses(CeilingReached);
});
