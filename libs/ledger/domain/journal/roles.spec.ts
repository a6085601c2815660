import { Forbidden, NotFound, NothingToChange, type GrantId } from '#kernel';
import { newId, sealed } from '#testing';
import { HubNotServed } from './bank.errors.js';
import {
  AlreadyOver,
  DatesInWrongOrder,
  LastAdministrator,
  ReasonRequired,
  RoleHasNoHub,
  RoleNeedsHub,
} from './member.errors.js';
import { bankOf, given } from './testing/given.js';
import { grant, revoke } from './testing/keeping.js';
import { day, granted, mandateGiven } from './testing/past.js';
import {
  ada,
  bankStream,
  by,
  byFor,
  carla,
  dina,
  grantIdOf,
  hub,
  otherHub,
  piero,
  stranger,
  upperHub,
} from './testing/people.js';

const adas = { ...by(ada), grant: { stream: bankStream, revision: 0 } };
describe('granting a role', () => {
  test('by an administrator, with the reason', () =>
    given(...bankOf())
      .when(grant(by(ada), { role: 'coordinator', hub, until: day('2027-03-10') }, 'voted'))
      .then({
        event: {
          type: 'RoleGranted',
          data: {
            grant: newId<GrantId>('grant'),
            person: piero.person,
            role: 'coordinator',
            hub,
            from: day('2026-03-10'),
            until: day('2027-03-10'),
            reason: sealed('voted'),
          },
        },
        actor: adas,
      }));

  test.each([
    [{ role: 'coordinator', hub }, 'RoleGranted'],
    [{ role: 'coordinator', hub: upperHub }, 'RoleGranted'],
    [{ role: 'coordinator', hub: otherHub }, 'HUB_NOT_SERVED'],
    [{ role: 'coordinator' }, 'ROLE_NEEDS_HUB'],
    [{ role: 'auditor', hub }, 'ROLE_HAS_NO_HUB'],
    [{ role: 'administrator', hub }, 'ROLE_HAS_NO_HUB'],
    [{ role: 'administrator' }, 'RoleGranted'],
    [{ until: day('2026-03-09') }, 'DATES_IN_WRONG_ORDER'],
    [{ until: day('2026-03-10') }, 'RoleGranted'],
    [{ from: day('2026-03-08'), until: day('2026-03-09') }, 'ALREADY_OVER'],
  ] as const)('%j: %s', (changed, verdict) => {
    given(...bankOf())
      .when(grant(by(ada), changed, 'voted'))
      .verdict(verdict);
  });

  test.each([
    [{ role: 'auditor' }, 'NOTHING_TO_CHANGE'],
    [{ role: 'administrator' }, 'RoleGranted'],
    [{ role: 'coordinator', hub: upperHub }, 'NOTHING_TO_CHANGE'],
    [{ role: 'coordinator', hub }, 'RoleGranted'],
  ] as const)('to an auditor who coordinates the hub above: %j: %s', (changed, verdict) => {
    given(...bankOf(), granted(piero, 'auditor'), granted(piero, 'coordinator', { hub: upperHub }))
      .when(grant(by(ada), changed, 'voted'))
      .verdict(verdict);
  });

  test('the order of refusals', () => {
    const wrong = { role: 'coordinator', from: day('2020-01-02'), until: day('2020-01-01') } as const;
    given()
      .when(grant(by(ada), wrong))
      .refuses(NotFound);
    given(...bankOf())
      .when(grant(by(stranger), wrong))
      .refuses(NotFound);
    given(...bankOf())
      .when(grant(by(dina), wrong))
      .refuses(Forbidden);
    given(...bankOf())
      .when(grant(byFor(ada, carla), wrong))
      .refuses(Forbidden);
    given(...bankOf())
      .when(grant(by(ada), wrong, ' '))
      .refuses(ReasonRequired);
    given(...bankOf())
      .when(grant(by(ada), wrong, 'x'))
      .refuses(RoleNeedsHub);
    given(...bankOf())
      .when(grant(by(ada), { ...wrong, hub: otherHub }, 'x'))
      .refuses(HubNotServed);
    given(...bankOf())
      .when(grant(by(ada), { ...wrong, role: 'auditor', hub: otherHub }, 'x'))
      .refuses(RoleHasNoHub);
    given(...bankOf())
      .when(grant(by(ada), { ...wrong, hub }, 'x'))
      .refuses(DatesInWrongOrder);
    given(...bankOf())
      .when(grant(by(ada), { until: day('2026-03-09'), from: day('2026-03-01') }, 'x'))
      .refuses(AlreadyOver);
    given(...bankOf(), granted(piero, 'auditor'))
      .when(grant(by(ada), {}, 'x'))
      .refuses(NothingToChange);
  });
});

describe('revoking a role', () => {
  test('the grant holds no longer', () => {
    const scene = given(...bankOf());
    scene.when(revoke(by(ada), undefined, 'moved')).then({
      event: {
        type: 'RoleRevoked',
        data: {
          grant: grantIdOf(dina, 'coordinator'),
          person: dina.person,
          role: 'coordinator',
          reason: sealed('moved'),
        },
      },
      actor: adas,
    });
    expect(scene.state.grantsOf.has(dina.person)).toBe(false);
  });

  test.each([
    ['no other', [], 'LAST_ADMINISTRATOR'],
    ['another without an end', [granted(piero, 'administrator')], 'RoleRevoked'],
    ['another from today', [granted(piero, 'administrator', { from: day('2026-03-10') })], 'RoleRevoked'],
    ['another from tomorrow', [granted(piero, 'administrator', { from: day('2026-03-11') })], 'LAST_ADMINISTRATOR'],
    ['another with an end', [granted(piero, 'administrator', { until: day('2030-01-01') })], 'LAST_ADMINISTRATOR'],
    ['an auditor', [granted(piero, 'auditor')], 'LAST_ADMINISTRATOR'],
  ])('an administrator’s, with %s: %#', (_others, others, verdict) => {
    given(...bankOf(), ...others)
      .when(revoke(by(ada), grantIdOf(ada, 'administrator'), 'moved'))
      .verdict(verdict);
  });

  test('the order of refusals', () => {
    given()
      .when(revoke({ system: 'x' }))
      .refuses(NotFound);
    given(...bankOf())
      .when(revoke(byFor(ada, carla), grantIdOf(piero, 'auditor')))
      .refuses(Forbidden);
    given(...bankOf())
      .when(revoke(by(stranger)))
      .refuses(NotFound);
    given(...bankOf(), mandateGiven(stranger, carla))
      .when(revoke(by(stranger)))
      .refuses(Forbidden);
    given(...bankOf())
      .when(revoke(by(dina)))
      .refuses(Forbidden);
    given(...bankOf())
      .when(revoke(by(ada), grantIdOf(piero, 'auditor')))
      .refuses(NotFound);
    given(...bankOf())
      .when(revoke(by(ada), grantIdOf(ada, 'administrator')))
      .refuses(ReasonRequired);
    given(...bankOf())
      .when(revoke(by(ada), grantIdOf(ada, 'administrator'), 'x'))
      .refuses(LastAdministrator);
  });
});
