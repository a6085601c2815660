import { Forbidden, NotFound, NothingToChange, minutes, type ExchangeId, type Instant } from '#kernel';
import { frozenView, idOf } from '#testing';
import { journal } from './journal.definition.js';
import { expire } from './testing/asked.js';
import { bankOf, given, type Past } from './testing/given.js';
import { claimExpiresAt, claimId, facts, logged } from './testing/past.js';
import { bankStream, by, carla, lucia } from './testing/people.js';

const deadlines = { system: 'deadlines' };
const later = '2026-04-02T09:00:00.000Z' as Instant;

function dueAt(at: string, ...past: Past) {
  return [...(journal.due?.(frozenView(given(...bankOf(), ...past).state), at as Instant, bankStream) ?? [])];
}

describe('expiring', () => {
  test.each([
    ['2026-04-01T08:59:59.999Z', 'NOTHING_TO_CHANGE'],
    ['2026-04-01T09:00:00.000Z', 'ExchangeExpired'],
    ['2026-04-01T09:00:00.001Z', 'ExchangeExpired'],
  ])('at %s, due at 9: %s', (at, verdict) => {
    given(...bankOf(), logged())
      .when(expire(deadlines, at))
      .verdict(verdict);
  });

  test('the record names the deadline; nothing has moved, nothing stays reserved', () => {
    const scene = given(...bankOf(), logged({ loggedBy: lucia.person }, 'provider'));
    scene.when(expire(deadlines, claimExpiresAt)).then({
      event: {
        type: 'ExchangeExpired',
        data: { facts: { ...facts, loggedBy: lucia.person }, follows: 6, expiresAt: claimExpiresAt },
      },
      actor: deadlines,
    });
    expect(scene.state.accounts.get(lucia.account)).toEqual({ balanceMinutes: 0, reservedMinutes: 0 });
  });

  test('the order of refusals', () => {
    given(...bankOf())
      .when(expire(by(carla), later))
      .refuses(Forbidden);
    given(...bankOf())
      .when(expire({ system: 'network' }, later))
      .refuses(Forbidden);
    given(...bankOf())
      .when(expire(deadlines, claimExpiresAt))
      .refuses(NotFound);
    given(...bankOf(), logged())
      .when(expire(deadlines, '2026-03-31T09:00:00.000Z'))
      .refuses(NothingToChange);
  });
});

describe('what is due', () => {
  const answered = {
    event: {
      type: 'ExchangeAnswered',
      data: {
        facts: { ...facts, minutes: minutes(60) },
        follows: 6,
        by: 'receiver',
        turn: 'provider',
        expiresAt: later,
      },
    },
    actor: by(lucia),
  } as const;

  test('nothing a moment before, one command at the moment', () => {
    expect(dueAt('2026-04-01T08:59:59.999Z', logged())).toEqual([]);
    expect(dueAt(claimExpiresAt, logged())).toEqual([
      {
        command: { name: 'ExpireExchange', input: { exchange: claimId } },
        actor: deadlines,
        key: `["expire","${claimId}","${claimExpiresAt}"]`,
      },
    ]);
  });

  test('in the order of the deadlines, then of the records that set them', () => {
    const [one, two] = [idOf<ExchangeId>('one'), idOf<ExchangeId>('two')];
    const due = dueAt(later, logged({ exchange: two }), answeredTo(logged()), logged({ exchange: one }));
    expect(due.map(({ command }) => command.input)).toEqual([
      { exchange: two },
      { exchange: one },
      { exchange: claimId },
    ]);
  });

  test('an answered claim is due by its new deadline only, a closed one never', () => {
    expect(dueAt(claimExpiresAt, logged(), answered)).toEqual([]);
    expect(dueAt(later, logged(), answered)).toHaveLength(1);
    expect(dueAt(later, logged(), { type: 'ExchangeWithdrawn', data: { facts, follows: 6 } })).toEqual([]);
  });

  test('deadlines that no longer hold leave the head of the queue', () => {
    const { state } = given(...bankOf(), logged(), answered);
    expect(state.deadlines.entries()).toEqual([{ at: later, revision: 7, entity: claimId }]);
  });

  function answeredTo({ event, actor }: ReturnType<typeof logged>) {
    return { event: { ...event, data: { ...event.data, expiresAt: later } }, actor };
  }
});
