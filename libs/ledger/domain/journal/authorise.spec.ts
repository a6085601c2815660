import { Forbidden, NotFound, type Instant, type Powers, type Refusal } from '#kernel';
import { askedInstant, frozenView } from '#testing';
import { authorise, type Scope, type Verb } from './authorise.js';
import { HubNotServed } from './bank.errors.js';
import { HoldsARole, OwnAccount } from './member.errors.js';
import { bankOf, given, type Past } from './testing/given.js';
import { revoke } from './testing/keeping.js';
import { admitted, day, granted, mandateGiven } from './testing/past.js';
import {
  ada,
  bankStream,
  by,
  carla,
  dina,
  hub,
  networkCause,
  otherHub,
  piero,
  someone,
  stranger,
  upperHub,
  type Someone,
} from './testing/people.js';

const verb: Verb = 'change-contact';
const ofCarla: Scope = { account: carla.account };
const eva = someone('Eva');

function asking(past: Past, { person }: Someone, scope: Scope, powers: Powers = 'all', at: Instant = askedInstant) {
  return () => authorise({ person, powers }, verb, scope, frozenView(given(...past).state), at);
}

describe('who may do something on another stream by a role', () => {
  test('a coordinator in scope and an administrator, by the record of the grant; over whom is told', () => {
    expect(asking(bankOf(), dina, ofCarla)()).toEqual({
      grant: { stream: bankStream, revision: 5 },
      member: carla.person,
    });
    expect(asking(bankOf(), ada, ofCarla)()).toEqual({
      grant: { stream: bankStream, revision: 0 },
      member: carla.person,
    });
    expect(asking(bankOf(), dina, { hub })()).toEqual({ grant: { stream: bankStream, revision: 5 } });
  });

  test.each<[string, Past, Someone, Scope, new (facts?: Refusal['facts']) => Refusal]>([
    ['nobody where there is no bank', [], ada, ofCarla, NotFound],
    ['no stranger', bankOf(), stranger, ofCarla, NotFound],
    ['no member', bankOf(), piero, ofCarla, Forbidden],
    ['no auditor', [...bankOf(), granted(eva, 'auditor')], eva, ofCarla, Forbidden],
    ['no delegate', [...bankOf(), mandateGiven(eva, carla)], eva, ofCarla, Forbidden],
    ['nobody over an account that is not there', bankOf(), dina, { account: stranger.account }, NotFound],
    [
      'no coordinator of another hub',
      [...bankOf(), granted(eva, 'coordinator', { hub: otherHub })],
      eva,
      ofCarla,
      NotFound,
    ],
    ['nobody over themselves', [...bankOf(), admitted(dina)], dina, { account: dina.account }, OwnAccount],
    ['nobody at a hub that is not served', bankOf(), dina, { hub: otherHub }, HubNotServed],
  ])('%s', (_who, past, who, scope, refusal) => {
    expect(asking(past, who, scope)).toThrow(refusal);
  });

  test('nobody in a session with own rights alone', () => {
    expect(asking(bankOf(), dina, ofCarla, 'own')).toThrow(NotFound);
    expect(asking([...bankOf(), admitted(dina)], dina, ofCarla, 'own')).toThrow(Forbidden);
  });

  test('nobody whose role was revoked', () => {
    const scene = given(...bankOf());
    scene.when(revoke(by(ada), undefined, 'over')).verdict('RoleRevoked');
    const ask = () => authorise({ ...by(dina), powers: 'all' }, verb, ofCarla, frozenView(scene.state), askedInstant);
    expect(ask).toThrow(NotFound);
  });
});

describe('the days of a role are the bank’s, in its time zone', () => {
  const term = granted(eva, 'coordinator', { hub, from: day('2026-03-10'), until: day('2026-03-11') });
  const held = ['2026-03-09T23:00:00.000Z', '2026-03-11T22:59:59.999Z'] as const;
  const over = ['2026-03-09T22:59:59.999Z', '2026-03-11T23:00:00.000Z'] as const;

  test.each(held)('in force at %s', (at) => {
    expect(asking([...bankOf(), term], eva, ofCarla, 'all', at as Instant)()).toMatchObject({ member: carla.person });
  });
  test.each(over)('not in force at %s', (at) => {
    expect(asking([...bankOf(), term], eva, ofCarla, 'all', at as Instant)).toThrow(Forbidden);
  });
});

describe('a hub that moves on a day takes its members out of one coordinator’s scope and into another’s', () => {
  const moved = {
    type: 'HubPlaced',
    data: { hub, ancestors: [otherHub], from: day('2026-03-29'), cause: { ...networkCause, revision: 5 } },
  } as const;
  const nadia = someone('Nadia');
  const past = [
    ...bankOf(),
    granted(eva, 'coordinator', { hub: upperHub }),
    granted(nadia, 'coordinator', { hub: otherHub }),
    moved,
  ];

  /** The night in which the clocks of the bank go forward. */
  test.each([
    { at: '2026-03-28T22:59:59.999Z', inScope: eva, outOfScope: nadia },
    { at: '2026-03-28T23:00:00.000Z', inScope: nadia, outOfScope: eva },
  ])('at $at', ({ at, inScope, outOfScope }) => {
    expect(asking(past, inScope, ofCarla, 'all', at as Instant)()).toMatchObject({ member: carla.person });
    expect(asking(past, outOfScope, ofCarla, 'all', at as Instant)).toThrow(NotFound);
  });
});

describe('how who keeps the bank signs in is an administrator’s alone', () => {
  const held = (role: 'coordinator' | 'auditor' | 'administrator', days: object = {}) => [
    ...bankOf(),
    granted(carla, role, { ...(role === 'coordinator' && { hub: otherHub }), ...days }),
  ];
  const asks = (past: Past, who: Someone, what: Verb) => () =>
    authorise({ person: who.person, powers: 'all' }, what, ofCarla, frozenView(given(...past).state), askedInstant);

  describe.each<Verb>(['change-contact', 'print-code'])('%s', (what) => {
    test.each(['coordinator', 'auditor', 'administrator'] as const)('over a member who is %s', (role) => {
      expect(asks(held(role), dina, what)).toThrow(HoldsARole);
      expect(asks(held(role), ada, what)()).toEqual({
        grant: { stream: bankStream, revision: 0 },
        member: carla.person,
      });
    });

    test('is done by the administrator’s grant where somebody coordinates the hub as well', () => {
      const past = [...held('auditor'), granted(ada, 'coordinator', { hub })];
      expect(asks(past, ada, what)()).toMatchObject({ grant: { revision: 0 } });
    });

    test.each([
      ['on its first day', { from: day('2026-03-10') }],
      ['on its last day', { from: day('2026-03-01'), until: day('2026-03-10') }],
    ])('holds for a role %s', (_when, days) => {
      expect(asks(held('auditor', days), dina, what)).toThrow(HoldsARole);
    });

    test.each([
      ['on the day before', { from: day('2026-03-11') }],
      ['on the day after', { from: day('2026-03-01'), until: day('2026-03-09') }],
    ])('does not hold %s', (_when, days) => {
      expect(asks(held('auditor', days), dina, what)()).toMatchObject({ member: carla.person });
    });

    test('is nobody’s over themselves, an administrator’s neither', () => {
      const past = [...bankOf(), admitted(ada)];
      const ask = () =>
        authorise(
          { person: ada.person, powers: 'all' },
          what,
          { account: ada.account },
          frozenView(given(...past).state),
          askedInstant,
        );
      expect(ask).toThrow(OwnAccount);
    });
  });

  test('what a paper says at the desk is recorded of them as of everybody', () => {
    expect(asks(held('auditor'), dina, 'record-privacy')()).toMatchObject({ member: carla.person });
  });
});
