import { Forbidden, NotFound, minutes, type ExchangeId } from '#kernel';
import { idOf } from '#testing';
import { HubNotServed } from './bank.errors.js';
import {
  BeforeMembership,
  CodeInvalid,
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
  UnknownCategory,
  UnknownStrand,
} from './exchange.errors.js';
import { log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { admitted, day, hard, suspended } from './testing/past.js';
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
