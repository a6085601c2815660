import { Forbidden, NotFound, NothingToChange, type HubId } from '#kernel';
import { HubAlreadyServed, HubNotServed } from './bank.errors.js';
import { log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { place, serve } from './testing/keeping.js';
import { day, granted } from './testing/past.js';
import {
  ada,
  bankStream,
  by,
  byFor,
  carla,
  dina,
  hub,
  networkCause,
  otherHub,
  piero,
  someone,
  stranger,
  upperHub,
} from './testing/people.js';

const cause = (revision: number) => ({ ...networkCause, revision });
describe('serving a hub', () => {
  test('by an administrator', () =>
    given(...bankOf())
      .when(serve(otherHub, by(ada)))
      .then({
        event: {
          type: 'HubServed',
          data: { hub: otherHub, ancestors: [upperHub], from: day('2026-03-10'), cause: networkCause },
        },
        actor: { ...by(ada), grant: { stream: bankStream, revision: 0 } },
      }));

  test('the order of refusals', () => {
    given()
      .when(serve(hub, by(ada)))
      .refuses(NotFound);
    given(...bankOf())
      .when(serve(hub, { system: 'network' }))
      .refuses(Forbidden);
    given(...bankOf())
      .when(serve(hub, byFor(ada, carla)))
      .refuses(Forbidden);
    given(...bankOf())
      .when(serve(hub, by(stranger)))
      .refuses(NotFound);
    given(...bankOf())
      .when(serve(hub, by(dina)))
      .refuses(Forbidden);
    given(...bankOf())
      .when(serve(hub, by(piero)))
      .refuses(Forbidden);
    given(...bankOf())
      .when(serve(hub, by(ada)))
      .refuses(HubAlreadyServed);
  });
});

describe('following the network', () => {
  test.each([
    [3, 'NOTHING_TO_CHANGE'],
    [4, 'NOTHING_TO_CHANGE'],
    [5, 'HubPlaced'],
  ])('after revision 4 comes %i: %s', (revision, verdict) => {
    given(...bankOf())
      .when(place(hub, revision))
      .verdict(verdict);
  });

  test('one record of the network may move two hubs of the bank', () =>
    given(
      ...bankOf(),
      { type: 'HubPlaced', data: { hub, ancestors: [], from: day('2026-03-10'), cause: cause(9) } },
      served(otherHub),
    )
      .when(place(otherHub, 9))
      .verdict('HubPlaced'));

  test.each([
    ['2026-03-10', 'NOT_FOUND'],
    ['2026-03-11', 'ExchangeLogged'],
  ])('a coordinator of the hub above loses it on the day of the move, %s: %s', (from, verdict) => {
    const eva = someone('Eva');
    const moved = {
      type: 'HubPlaced',
      data: { hub, ancestors: [otherHub], from: day(from), cause: cause(5) },
    } as const;
    given(...bankOf(), granted(eva, 'coordinator', { hub: upperHub }), moved)
      .when(log(by(eva)))
      .verdict(verdict);
  });

  test('the order of refusals', () => {
    given().when(place(hub, 9)).refuses(NotFound);
    given(...bankOf())
      .when(place(otherHub, 1, by(ada)))
      .refuses(Forbidden);
    given(...bankOf())
      .when(place(otherHub, 1, { system: 'deadlines' }))
      .refuses(Forbidden);
    given(...bankOf())
      .when(place(otherHub, 1))
      .refuses(HubNotServed);
    given(...bankOf())
      .when(place(hub, 1))
      .refuses(NothingToChange);
  });

  function served(other: HubId) {
    return {
      type: 'HubServed',
      data: { hub: other, ancestors: [], from: day('2026-01-01'), cause: cause(4) },
    } as const;
  }
});
