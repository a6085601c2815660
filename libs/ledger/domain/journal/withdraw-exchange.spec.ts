import { Forbidden, NotFound } from '#kernel';
import { ExchangeNotOpen, NotWhoLogged } from './exchange.errors.js';
import { withdraw } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { claimExpiresAt, facts, granted, logged, mandateGiven } from './testing/past.js';
import { by, byFor, carla, dina, lucia, piero, someone } from './testing/people.js';

describe('withdrawing an exchange', () => {
  const eva = someone('Eva');
  const typed = { loggedBy: dina.person, onBehalfOf: carla.account };

  test('who logged takes it back', () =>
    given(...bankOf(), logged())
      .when(withdraw(by(carla)))
      .then({ event: { type: 'ExchangeWithdrawn', data: { facts, follows: 6 } }, actor: by(carla) }));

  test.each([
    ['the member for whom it was typed', by(carla), 'ExchangeWithdrawn'],
    ['that member’s delegate', byFor(piero, carla), 'ExchangeWithdrawn'],
    ['the desk that typed it', by(dina), 'ExchangeWithdrawn'],
    ['another desk', by(eva), 'NOT_WHO_LOGGED'],
    ['the other side', by(lucia), 'NOT_WHO_LOGGED'],
  ])('%s', (_who, actor, verdict) => {
    given(...bankOf(), granted(eva, 'coordinator'), mandateGiven(piero, carla), logged(typed))
      .when(withdraw(actor))
      .verdict(verdict);
  });
});

test.each([
  ['the side that logged', by(carla), 'ExchangeWithdrawn'],
  ['the side that answered', by(lucia), 'NOT_WHO_LOGGED'],
])('after an answer with other minutes: %s', (_who, actor, verdict) => {
  const data = { facts, follows: 6, by: 'receiver', turn: 'provider', expiresAt: claimExpiresAt } as const;
  given(...bankOf(), logged(), { event: { type: 'ExchangeAnswered', data }, actor: by(lucia) })
    .when(withdraw(actor))
    .verdict(verdict);
});

test('the order of refusals', () => {
  given(...bankOf(), logged())
    .when(withdraw({ system: 'deadlines' }))
    .refuses(Forbidden);
  given(...bankOf(), logged())
    .when(withdraw(by(piero)))
    .refuses(NotFound);
  given(...bankOf(), logged(), { type: 'ExchangeWithdrawn', data: { facts, follows: 6 } })
    .when(withdraw(by(lucia)))
    .refuses(ExchangeNotOpen);
  given(...bankOf(), logged())
    .when(withdraw(by(lucia)))
    .refuses(NotWhoLogged);
});
