import { DocumentNumberInvalid, Forbidden, NotFound, NothingToChange, type Actor } from '#kernel';
import { erasures } from './erase-member.js';
import { BeforeMembership, MemberGone } from './exchange.errors.js';
import type { EraseMember } from './member.commands.js';
import { ErasureGroundInvalid, MemberStillBound } from './member.errors.js';
import { log } from './testing/asked.js';
import { bankOf, given } from './testing/given.js';
import { admit, erase, give, importOf, nives, readmit } from './testing/keeping.js';
import { admitted, day, erased, granted, logged, mandateGiven, suspended } from './testing/past.js';
import { ada, by, byFor, carla, dina, lucia, piero, stranger, type Someone } from './testing/people.js';

describe('erasing a member', () => {
  test('members ask for it themselves, without a document', () => {
    given(...bankOf())
      .when(erase(by(carla)))
      .then(erased(carla));
  });

  test.each([
    { ground: 'signed-wish', document: '12/2026' },
    { ground: 'order', document: 'GP-1' },
    { ground: 'retention' },
  ] as const)('an administrator on the ground of $ground', (input) => {
    given(...bankOf())
      .when(erase(by(ada), carla, input))
      .then(erased(carla, input));
  });

  test.each<readonly [string, Actor, Someone, Partial<EraseMember['input']>]>([
    ['an administrator at a wish that is not theirs', by(ada), carla, { ground: 'own-wish' }],
    ['a member by an order', by(carla), carla, { ground: 'order', document: '1' }],
    ['an administrator by the register', by(ada), carla, { ground: 'register' }],
  ])('the ground is not theirs: %s', (_, actor, who, input) => {
    given(...bankOf())
      .when(erase(actor, who, input))
      .refuses(ErasureGroundInvalid);
  });

  test.each<readonly [string, Actor, typeof Forbidden | typeof NotFound]>([
    ['a coordinator', by(dina), Forbidden],
    ['another member', by(lucia), Forbidden],
    ['a delegate in her name', byFor(piero, carla), Forbidden],
    ['an import', importOf(ada), Forbidden],
    ['the network', { system: 'network' }, Forbidden],
    ['a stranger', by(stranger), NotFound],
  ])('not by %s', (_, actor, refusal) => {
    given(...bankOf(), mandateGiven(piero, carla))
      .when(erase(actor, carla, { ground: 'retention' }))
      .refuses(refusal);
  });

  test('an account that does not exist, in a bank that does and in one that does not', () => {
    given(...bankOf())
      .when(erase(by(ada), nives, { ground: 'retention' }))
      .refuses(NotFound);
    given()
      .when(erase(by(carla)))
      .refuses(NotFound);
  });

  test.each([undefined, '', 'senza cifre', '1'.repeat(25)])('a signed wish under the number "%s"', (document) => {
    given(...bankOf())
      .when(erase(by(ada), carla, { ground: 'signed-wish', ...(document !== undefined && { document }) }))
      .refuses(DocumentNumberInvalid);
  });

  test('twice changes nothing', () => {
    given(...bankOf(), erased(carla))
      .when(erase(by(ada), carla, { ground: 'retention' }))
      .refuses(NothingToChange);
  });
});

describe('what binds a member to others comes to its end first', () => {
  test.each([
    ['a claim that waits', [logged()], { claims: 1 }],
    ['a role', [granted(carla, 'auditor')], { roles: 1 }],
    ['a role that is still to begin', [granted(carla, 'auditor', { from: day('2030-01-01') })], { roles: 1 }],
    ['a mandate given', [mandateGiven(piero, carla)], { mandates: 1 }],
    ['a mandate held, to its last day', [mandateGiven(carla, lucia, { until: day('2026-03-10') })], { mandates: 1 }],
    [
      'all of it',
      [logged(), granted(carla, 'auditor'), mandateGiven(piero, carla)],
      { claims: 1, roles: 1, mandates: 1 },
    ],
  ])('%s', (_, past, counted) => {
    given(...bankOf(), ...past)
      .when(erase(by(carla)))
      .refuses(MemberStillBound, counted);
  });

  test.each([
    ['a mandate of others', [mandateGiven(piero, lucia)]],
    ['a mandate that ended yesterday', [mandateGiven(carla, lucia, { until: day('2026-03-09') })]],
    ['a role that ended yesterday', [granted(carla, 'auditor', { until: day('2026-03-09') })]],
    ['a suspension', [suspended(carla, '2026-03-01')]],
  ])('but not %s', (_, past) => {
    given(...bankOf(), ...past)
      .when(erase(by(carla)))
      .then(erased(carla));
  });

  test('unless it was decided before, and only comes back with an old copy of the books', () => {
    given(...bankOf(), logged())
      .when(erase({ system: erasures }, carla, { ground: 'register' }))
      .then(erased(carla, { ground: 'register' }));
  });
});

describe('whoever was erased', () => {
  test.each([[by(lucia)], [by(dina)]])('takes part in nothing new, whoever asks', (actor) => {
    given(...bankOf(), erased(carla))
      .when(log(actor))
      .refuses(MemberGone);
  });

  test('is told so before anything about days', () => {
    given(...bankOf(), erased(carla))
      .when(log(by(lucia), { serviceDate: day('2020-01-01') }))
      .refuses(MemberGone);
    given(...bankOf())
      .when(log(by(lucia), { serviceDate: day('2020-01-01') }))
      .refuses(BeforeMembership);
  });

  test('is out of reach for those who keep members, and for themselves', () => {
    given(...bankOf(), suspended(carla, '2026-03-01'), erased(carla))
      .when(readmit(by(dina), carla))
      .refuses(NotFound);
    given(...bankOf(), erased(carla))
      .when(log(by(carla)))
      .refuses(NotFound);
  });

  test.each([
    ['their own word', by(carla)],
    ["a coordinator's", by(dina)],
  ])('has nobody act for them any more, by %s', (_, actor) => {
    given(...bankOf(), erased(carla))
      .when(give(actor))
      .refuses(NotFound);
  });

  test('may become a member again, with another account', () => {
    given(...bankOf(), erased(carla))
      .when(admit(by(dina), { person: carla.person }))
      .verdict('MemberAdmitted');
    given(...bankOf(), admitted(nives))
      .when(admit(by(dina)))
      .verdict('ALREADY_A_MEMBER');
  });
});
