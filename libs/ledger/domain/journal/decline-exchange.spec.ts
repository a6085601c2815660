import { NotFound } from '#kernel';
import { sealed } from '#testing';
import { DeskIsParty, ExchangeNotOpen, NotYourTurn, OwnClaim } from './exchange.errors.js';
import { ReasonRequired } from './member.errors.js';
import { decline } from './testing/asked.js';
import { bankOf, given, type Past } from './testing/given.js';
import { facts, logged, mandateGiven } from './testing/past.js';
import { by, byFor, carla, dina, lucia, piero } from './testing/people.js';

describe('declining an exchange', () => {
  test('the side whose turn it is says why; what was reserved is free again', () => {
    const scene = given(...bankOf(), logged({ loggedBy: lucia.person }, 'provider'));
    scene.when(decline(by(carla), 'not me')).then({
      event: {
        type: 'ExchangeDeclined',
        data: { facts: { ...facts, loggedBy: lucia.person }, follows: 6, reason: sealed('not me') },
      },
      actor: by(carla),
    });
    expect(scene.state.accounts.get(lucia.account)?.reservedMinutes).toBe(0);
    expect([...scene.state.pairs.entries()]).toEqual([]);
  });

  test.each([[undefined], [''], ['  ']])('a reason of %j is none', (reason) => {
    given(...bankOf(), logged())
      .when(decline(by(lucia), reason))
      .refuses(ReasonRequired);
  });
});

test('the order of refusals', () => {
  const scene = (...more: Past) => given(...bankOf(), mandateGiven(carla, lucia), logged(), ...more);
  scene()
    .when(decline(by(piero)))
    .refuses(NotFound);
  scene(mandateGiven(dina, carla))
    .when(decline(by(dina)))
    .refuses(DeskIsParty);
  scene({ type: 'ExchangeWithdrawn', data: { facts, follows: 7 } })
    .when(decline(by(carla)))
    .refuses(ExchangeNotOpen);
  scene()
    .when(decline(by(carla)))
    .refuses(NotYourTurn);
  scene()
    .when(decline(by(dina)))
    .refuses(NotYourTurn);
  scene()
    .when(decline(byFor(carla, lucia)))
    .refuses(OwnClaim);
  scene()
    .when(decline(by(lucia)))
    .refuses(ReasonRequired);
});
