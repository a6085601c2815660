import { Forbidden, NotFound, type AccountId, type Actor } from '#kernel';
import { newId } from '#testing';
import { HubNotServed } from './bank.errors.js';
import { AlreadyAMember, MembershipInFuture } from './member.errors.js';
import { bankOf, given } from './testing/given.js';
import { admit, importOf, nives } from './testing/keeping.js';
import { day, granted, hubServed } from './testing/past.js';
import { ada, bankStream, by, byFor, carla, dina, hub, otherHub, piero, someone, stranger } from './testing/people.js';

test('a coordinator of the hub admits: the next number, an account of no minutes', () => {
  const account = newId<AccountId>('account');
  const scene = given(...bankOf());
  scene.when(admit(by(dina))).then({
    event: {
      type: 'MemberAdmitted',
      data: { account, person: nives.person, number: 2, hub, since: day('2026-03-10'), channel: false },
    },
    actor: { ...by(dina), grant: { stream: bankStream, revision: 5 } },
  });
  expect(scene.state.accounts.get(account)).toEqual({ balanceMinutes: 0, reservedMinutes: 0 });
});

test('who coordinates the hub and administers the bank acts as its coordinator, the nearer right', () =>
  given(...bankOf(), granted(ada, 'coordinator'))
    .when(admit(by(ada)))
    .then({
      event: {
        type: 'MemberAdmitted',
        data: {
          account: newId<AccountId>('account'),
          person: nives.person,
          number: 2,
          hub,
          since: day('2026-03-10'),
          channel: false,
        },
      },
      actor: { ...by(ada), grant: { stream: bankStream, revision: 6 } },
    }));

test.each<readonly [string, Actor, string]>([
  ['an administrator', by(ada), 'MemberAdmitted'],
  ['an import of an administrator’s', importOf(ada), 'MemberAdmitted'],
  ['an import of a coordinator’s', importOf(dina), 'FORBIDDEN'],
  ['an import of a stranger’s', importOf(stranger), 'NOT_FOUND'],
  ['a member', by(piero), 'FORBIDDEN'],
  ['an auditor', by(someone('Eva')), 'FORBIDDEN'],
  ['a stranger', by(stranger), 'NOT_FOUND'],
  ['a coordinator in a member’s name', byFor(dina, carla), 'FORBIDDEN'],
])('by %s', (_who, actor, verdict) => {
  given(...bankOf(), granted(someone('Eva'), 'auditor'))
    .when(admit(actor))
    .verdict(verdict);
});

test.each([
  ['2026-03-11', 'MEMBERSHIP_IN_FUTURE'],
  ['2026-03-10', 'MemberAdmitted'],
  ['1995-03-10', 'MemberAdmitted'],
])('since %s, asked on 10 March: %s', (since, verdict) => {
  given(...bankOf())
    .when(admit(by(dina), { since: day(since) }))
    .verdict(verdict);
  given(...bankOf())
    .when(admit(importOf(ada), { since: day(since) }))
    .verdict(verdict);
});

test('the order of refusals', () => {
  const wrong = { person: carla.person, hub: otherHub, since: day('2026-03-11') };
  given()
    .when(admit(by(ada), wrong))
    .refuses(NotFound);
  given(...bankOf())
    .when(admit({ system: 'network' }, wrong))
    .refuses(Forbidden);
  given(...bankOf())
    .when(admit(by(dina), wrong))
    .refuses(HubNotServed);
  given(...bankOf(), hubServed(otherHub, []))
    .when(admit(by(dina), wrong))
    .refuses(NotFound);
  given(...bankOf())
    .when(admit(by(dina), { ...wrong, hub }))
    .refuses(AlreadyAMember, { account: carla.account });
  given(...bankOf())
    .when(admit(by(dina), { since: wrong.since }))
    .refuses(MembershipInFuture);
});
