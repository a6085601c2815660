import { Forbidden, NotFound, NothingToChange, type Actor } from '#kernel';
import { sealed } from '#testing';
import { DatesInWrongOrder, LimitInvalid, OwnAccount, ReasonRequired } from './member.errors.js';
import { bankOf, given } from './testing/given.js';
import { limit, readmit, suspend } from './testing/keeping.js';
import {
  admitted,
  day,
  granted,
  hard,
  hubServed,
  limitsSet,
  none,
  readmitted,
  soft,
  suspended,
} from './testing/past.js';
import {
  ada,
  bankStream,
  by,
  byFor,
  carla,
  dina,
  otherHub,
  piero,
  someone,
  stranger,
  type Someone,
} from './testing/people.js';

const eva = someone('Eva');
const dinas = { ...by(dina), grant: { stream: bankStream, revision: 5 } };
const all = (actor: Actor, who: Someone) => [suspend(actor, who), readmit(actor, who), limit(actor, who, {})];

test.each<readonly [string, Actor, Someone, typeof NotFound | typeof Forbidden | typeof OwnAccount]>([
  ['the system', { system: 'deadlines' }, carla, Forbidden],
  ['a coordinator in a member’s name', byFor(dina, carla), carla, Forbidden],
  ['a stranger', by(stranger), carla, NotFound],
  ['a member', by(piero), carla, Forbidden],
  ['a member, of an unknown account', by(piero), stranger, Forbidden],
  ['a coordinator, of an unknown account', by(dina), stranger, NotFound],
  ['a coordinator of another hub', by(eva), carla, NotFound],
  ['an administrator, of the own account', by(ada), ada, OwnAccount],
])('who keeps no member: %s', (_who, actor, whom, refusal) => {
  const past = [...bankOf(), hubServed(otherHub, []), granted(eva, 'coordinator', { hub: otherHub }), admitted(ada)];
  for (const asked of all(actor, whom))
    given(...past)
      .when(asked)
      .refuses(refusal);
});

describe('suspending', () => {
  test('by a coordinator in scope, with the reason', () =>
    given(...bankOf())
      .when(suspend(by(dina), carla, 'absent'))
      .then({
        event: {
          type: 'MemberSuspended',
          data: { account: carla.account, from: day('2026-03-10'), reason: sealed('absent') },
        },
        actor: dinas,
      }));

  test('by an administrator; needs a reason first, and somebody not suspended', () => {
    given(...bankOf())
      .when(suspend(by(ada), carla, 'absent'))
      .verdict('MemberSuspended');
    given(...bankOf(), suspended(carla, '2026-01-01'))
      .when(suspend(by(ada), carla))
      .refuses(ReasonRequired);
    given(...bankOf(), suspended(carla, '2026-01-01'))
      .when(suspend(by(ada), carla, 'x'))
      .refuses(NothingToChange);
    given(...bankOf(), suspended(carla, '2026-01-01'), readmitted(carla, '2026-01-02'))
      .when(suspend(by(ada), carla, 'x'))
      .verdict('MemberSuspended');
  });
});

describe('readmitting', () => {
  test.each([
    ['2026-01-31', 'DATES_IN_WRONG_ORDER'],
    ['2026-02-01', 'MemberReadmitted'],
    ['2026-03-11', 'MemberReadmitted'],
  ])('from %s, suspended from 1 February: %s', (from, verdict) => {
    given(...bankOf(), suspended(carla, '2026-02-01'))
      .when(readmit(by(dina), carla, from))
      .verdict(verdict);
  });

  test('only who is suspended', () => {
    given(...bankOf())
      .when(readmit(by(dina), carla))
      .refuses(NothingToChange);
    given(...bankOf(), suspended(carla, '2026-03-11'))
      .when(readmit(by(dina), carla))
      .refuses(DatesInWrongOrder);
  });
});

describe('setting limits', () => {
  test('both are said whole: what is left out is the bank’s again', () => {
    const scene = given(...bankOf(), limitsSet(carla, { floor: hard(-60), ceiling: soft(60) }));
    scene.when(limit(by(dina), carla, { floor: none }, 'voted')).then({
      event: { type: 'LimitsSet', data: { account: carla.account, floor: none, reason: sealed('voted') } },
      actor: dinas,
    });
    expect(scene.state.accounts.get(carla.account)).toEqual({ balanceMinutes: 0, reservedMinutes: 0, floor: none });
  });

  test.each([
    [{ floor: hard(1) }, 'LIMIT_INVALID'],
    [{ floor: hard(0) }, 'LimitsSet'],
    [{ floor: soft(-1) }, 'LimitsSet'],
    [{ ceiling: soft(-1) }, 'LIMIT_INVALID'],
    [{ ceiling: hard(0) }, 'LimitsSet'],
    [{ ceiling: hard(1) }, 'LimitsSet'],
    [{}, 'NOTHING_TO_CHANGE'],
  ])('%j: %s', (limits, verdict) => {
    given(...bankOf())
      .when(limit(by(dina), carla, limits, 'voted'))
      .verdict(verdict);
  });

  test('the order of refusals', () => {
    given(...bankOf())
      .when(limit(by(dina), carla, { floor: hard(1) }))
      .refuses(ReasonRequired);
    given(...bankOf())
      .when(limit(by(dina), carla, { floor: hard(1) }, 'x'))
      .refuses(LimitInvalid);
    given(...bankOf(), limitsSet(carla, { floor: hard(-1) }))
      .when(limit(by(dina), carla, { floor: hard(-1) }, 'x'))
      .refuses(NothingToChange);
  });
});
