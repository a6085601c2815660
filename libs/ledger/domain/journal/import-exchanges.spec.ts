import { Forbidden, NotFound, NothingToChange, minutes, type EntryNumber, type ExchangeId } from '#kernel';
import { newId, sealed } from '#testing';
import { HubNotServed } from './bank.errors.js';
import {
  BeforeMembership,
  MemberSuspended,
  MinutesAboveMax,
  MinutesNotPositive,
  SelfExchange,
  ServiceDateInFuture,
  TooManyRows,
  UnknownCategory,
} from './exchange.errors.js';
import type { ImportedRow } from './exchange.commands.js';
import { importedRowsMax } from './import-exchanges.js';
import { bankOf, given } from './testing/given.js';
import { importing, importOf, row } from './testing/keeping.js';
import { balance, day, hard, suspended } from './testing/past.js';
import { ada, by, carla, dina, hub, lucia, otherHub, piero, stranger } from './testing/people.js';

const actor = importOf(ada);

test('each row is an entry, on the balances that the one before left; hard limits only warn', () => {
  const back = { ...row, provider: lucia.account, receiver: carla.account, minutes: minutes(20), category: 'cooking' };
  const imported = { kind: 'import', import: actor.import } as const;
  const warnings = (limitMinutes: number) => ({
    warnings: [{ kind: 'floor' as const, limitMinutes: minutes(limitMinutes) }],
  });
  given(...bankOf({ limits: { floor: hard(-60), ceiling: hard(80) } }), balance(piero, 0))
    .when(importing([row, back], actor, { 'note.1': 'thanks' }))
    .then(
      {
        event: {
          type: 'ExchangePosted',
          data: {
            facts: { ...row, exchange: newId<ExchangeId>('exchange', 0), loggedBy: ada.person },
            consent: imported,
          },
          entry: {
            number: 2 as EntryNumber,
            legs: [
              { account: carla.account, minutes: minutes(80), balanceAfterMinutes: minutes(80) },
              { account: lucia.account, minutes: minutes(-80), balanceAfterMinutes: minutes(-80), ...warnings(-60) },
            ],
          },
        },
        actor,
      },
      {
        event: {
          type: 'ExchangePosted',
          data: {
            facts: {
              ...back,
              exchange: newId<ExchangeId>('exchange', 1),
              loggedBy: ada.person,
              note: sealed('thanks'),
            },
            consent: imported,
          },
          entry: {
            number: 3 as EntryNumber,
            legs: [
              { account: lucia.account, minutes: minutes(20), balanceAfterMinutes: minutes(-60) },
              { account: carla.account, minutes: minutes(-20), balanceAfterMinutes: minutes(60) },
            ],
          },
        },
        actor,
      },
    );
});

test.each([
  ['nothing', [], 'NOTHING_TO_CHANGE'],
  [
    'the most rows',
    Array.from({ length: importedRowsMax }, () => row),
    Array(importedRowsMax).fill('ExchangePosted').join(', '),
  ],
  ['one more', Array.from({ length: importedRowsMax + 1 }, () => row), 'TOO_MANY_ROWS'],
  ['one minute', [{ ...row, minutes: minutes(1) }], 'ExchangePosted'],
  ['a week', [{ ...row, minutes: minutes(10_080) }], 'ExchangePosted'],
  ['a minute more', [{ ...row, minutes: minutes(10_081) }], 'MINUTES_ABOVE_MAX'],
])('importing %s', (_what, rows, verdict) => {
  given(...bankOf())
    .when(importing(rows))
    .verdict(verdict);
});

test('the order of refusals, of a row with its number', () => {
  const scene = () => given(...bankOf(), suspended(carla, '2026-02-01'));
  given().when(importing([])).refuses(NotFound);
  scene()
    .when(importing([], by(ada)))
    .refuses(Forbidden);
  scene()
    .when(importing([], { ...actor, person: dina.person }))
    .refuses(Forbidden);
  scene()
    .when(importing([], { ...actor, person: stranger.person }))
    .refuses(NotFound);
  scene().when(importing([])).refuses(NothingToChange);
  scene()
    .when(importing(Array.from({ length: 201 }, () => row)))
    .refuses(TooManyRows, { rowsMax: 200 });
  let wrong: ImportedRow = {
    provider: stranger.account,
    receiver: carla.account,
    minutes: minutes(0),
    serviceDate: day('2026-03-11'),
    hub: otherHub,
    category: 'flying',
  };
  const steps = [
    [NotFound, {}],
    [SelfExchange, { provider: carla.account }],
    [MinutesNotPositive, { provider: lucia.account }],
    [MinutesAboveMax, { minutes: minutes(10_081) }],
    [HubNotServed, { minutes: minutes(30) }],
    [UnknownCategory, { hub }],
    [ServiceDateInFuture, { category: 'cooking' }],
    [BeforeMembership, { serviceDate: day('2024-12-31') }],
    [MemberSuspended, { serviceDate: day('2026-02-01') }],
  ] as const;
  for (const [kind, mended] of steps) {
    wrong = { ...wrong, ...mended };
    scene()
      .when(importing([row, wrong]))
      .refuses(kind);
  }
  scene()
    .when(importing([row, { ...row, provider: stranger.account }]))
    .refuses(NotFound, { row: 1 });
});
