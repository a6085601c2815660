import { Forbidden, NotFound } from '#kernel';
import type { Asked } from '#testing';
import type { JournalCommand } from './journal.commands.js';
import { confirm, log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { admit, end, give, grant, limit, readmit, revoke, serve, suspend } from './testing/keeping.js';
import { admitted, granted, logged, mandateGiven, suspended } from './testing/past.js';
import { ada, by, byFor, carla, dina, hub, lucia, otherHub, piero } from './testing/people.js';

/** As it would be asked from a page of a hub's: with the person's own rights and no role. */
function own<C extends JournalCommand>(asked: Asked<C>): Asked<C> {
  return { ...asked, powers: 'own' };
}

/** Carla is a member and coordinates the hub; Ada administers the bank and is a member of it. */
const past = [
  ...bankOf(),
  granted(carla, 'coordinator', { hub }),
  admitted(ada),
  suspended(piero, '2026-01-01'),
  mandateGiven(piero, lucia),
];
/** The desk's claim: Lucia and Piero are the parties. */
const others = { provider: lucia.account, receiver: dina.account };

describe('in a session with the person’s own rights, a keeper of the bank', () => {
  test.each<[string, Asked<JournalCommand>, string]>([
    ['logs the own time', log(by(carla)), 'ExchangeLogged'],
    ['is no desk for others', log(by(carla), others), 'NOT_FOUND'],
    ['admits nobody', admit(by(carla)), 'FORBIDDEN'],
    ['admits nobody as an administrator', admit(by(ada)), 'FORBIDDEN'],
    ['suspends nobody', suspend(by(carla), lucia, 'why'), 'FORBIDDEN'],
    ['readmits nobody', readmit(by(carla), piero), 'FORBIDDEN'],
    ['sets no limits', limit(by(ada), lucia, {}, 'why'), 'FORBIDDEN'],
    ['gives a mandate for oneself', give(by(carla)), 'MandateGiven'],
    ['gives no mandate for another', give(by(carla), { account: lucia.account, person: dina.person }), 'NOT_FOUND'],
    ['ends no mandate of another', end(by(carla), undefined), 'NOT_FOUND'],
    ['grants no role', grant(by(ada), {}, 'voted'), 'FORBIDDEN'],
    ['revokes no role', revoke(by(ada), undefined, 'over'), 'FORBIDDEN'],
    ['serves no hub', serve(otherHub, by(ada)), 'FORBIDDEN'],
  ])('%s', (_what, asked, verdict) => {
    given(...past, admitted(dina))
      .when(own(asked))
      .verdict(verdict);
  });

  test('who is nothing but a keeper is a stranger to the bank', () => {
    given(...bankOf())
      .when(own(admit(by(dina))))
      .refuses(NotFound);
    given(...bankOf())
      .when(own(grant(by(ada), {}, 'voted')))
      .refuses(NotFound);
    given(...bankOf())
      .when(grant(by(dina), {}, 'voted'))
      .refuses(Forbidden);
  });

  test('a mandate is the person’s own', () => {
    given(...bankOf(), mandateGiven(piero, lucia), logged())
      .when(own(confirm(byFor(piero, lucia))))
      .verdict('ExchangePosted');
  });

  test('other people’s roles are known all the same: who has one may be given a mandate', () => {
    given(...bankOf())
      .when(own(give(by(carla), { person: dina.person })))
      .verdict('MandateGiven');
  });

  test('what it may use of its rights is in no record', () => {
    given(...past)
      .when(own(log(by(carla))))
      .then({ event: expect.objectContaining({ type: 'ExchangeLogged' }) as never, actor: { person: carla.person } });
  });
});
