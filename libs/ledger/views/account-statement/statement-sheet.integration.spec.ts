import { inPerson, type AccountId, type EntryNumber, type LocalDate, type PersonId } from '#kernel';
import type { ReadModels } from '#read-model';
import type { RecordList } from '#testing';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { AccountAccess } from '../access/account-access.js';
import { accountOf, ada, bank, bruno, carla, inBank, nora, olga, piero, posted, rita, ugo } from '../bank.example.js';
import { NoAccess, openViews } from '../opened-views.example.js';
import { StatementLinesHandler } from './statement-lines.handler.js';
import { StatementLinesQuery, type SheetLine } from './statement-lines.query.js';
import { StatementSheetHandler } from './statement-sheet.handler.js';
import { StatementSheetQuery, type Period } from './statement-sheet.query.js';

let models: ReadModels;
let list: RecordList;
let access: AccountAccess;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ models, list, access, close } = await openViews());
  await models.waitFor(list.happened(...later.map(inBank)));
});
afterAll(async () => {
  await close();
});

/** After three entries on 10 January 2026: Ada has 120 minutes of 90 and 60 given and 30 received. */
const later = [
  on('2026-03-02', posted(4, ada, carla, 15, [135, -75])),
  on('2026-02-28', posted(5, bruno, ada, 45, [-15, 90])),
  on('2026-02-28', posted(6, ada, bruno, 30, [120, -45])),
];

function on(day: string, event: JournalEvent): JournalEvent {
  if (event.type !== 'ExchangePosted') throw new Error(event.type);
  return { ...event, data: { ...event.data, facts: { ...event.data.facts, serviceDate: day as LocalDate } } };
}

const days = (from: string, to: string): Period => ({ from: from as LocalDate, to: to as LocalDate });
const all = days('2026-01-01', '2026-12-31');

const sheet = (who: PersonId, period: Period, of: AccountId = accountOf(ada), through = access) =>
  new StatementSheetHandler(models.door, through).execute(new StatementSheetQuery(inPerson(who), of, period));

function lines(
  who: PersonId,
  period: Period,
  more: { through?: number; size?: number; after?: SheetLine; of?: AccountId; access?: AccountAccess } = {},
): Promise<readonly SheetLine[]> {
  const { through = 100, size = 100, after, of = accountOf(ada) } = more;
  const query = new StatementLinesQuery(inPerson(who), of, period, through as EntryNumber, size, after);
  return new StatementLinesHandler(models.door, more.access ?? access).execute(query);
}

const numbers = (found: readonly SheetLine[]): readonly number[] => found.map(({ entryNumber }) => entryNumber);

describe('a period of an account', () => {
  test.each([
    { period: all, opening: 0, given: 195, received: 75, found: [1, 2, 3, 5, 6, 4] },
    { period: days('2026-01-10', '2026-01-10'), opening: 0, given: 150, received: 30, found: [1, 2, 3] },
    { period: days('2026-01-11', '2026-02-27'), opening: 120, given: 0, received: 0, found: [] },
    { period: days('2026-02-28', '2026-03-01'), opening: 120, given: 30, received: 45, found: [5, 6] },
    { period: days('2026-03-02', '2026-03-02'), opening: 105, given: 15, received: 0, found: [4] },
    { period: days('2026-03-03', '2026-12-31'), opening: 120, given: 0, received: 0, found: [] },
  ])('$period.from to $period.to: sums and lines agree to the day', async (expected) => {
    const { period, opening, given, received, found } = expected;
    expect(await sheet(ada, period)).toMatchObject({
      bankId: bank,
      bankName: 'Banca di Rho',
      timeZone: 'Europe/Rome',
      memberNumber: 1,
      through: 6,
      openingMinutes: opening,
      givenMinutes: given,
      receivedMinutes: received,
      lines: found.length,
    });
    const shown = await lines(ada, period);
    expect(numbers(shown)).toEqual(found);
    expect(shown.reduce((sum, { minutes }) => sum + minutes, opening)).toBe(opening + given - received);
  });

  test('is walked in batches of any size, each after the last line of the one before', async () => {
    for (const size of [1, 2, 4]) {
      const walked: SheetLine[] = [];
      for (;;) {
        const after = walked.at(-1);
        const batch = await lines(ada, all, { size, ...(after && { after }) });
        if (batch.length === 0) break;
        walked.push(...batch);
      }
      expect(numbers(walked)).toEqual([1, 2, 3, 5, 6, 4]);
    }
  });

  test('says what each line was, and leaves out what is not there', async () => {
    const [first] = await lines(ada, all, { size: 1 });
    expect(first).toEqual({ entryNumber: 1, serviceDate: '2026-01-10', minutes: 90, category: 'garden' });
  });

  test('an account with no entry has nothing but its member', async () => {
    const empty = await sheet(rita, all, accountOf(carla));
    expect(empty).toMatchObject({ memberNumber: 3, through: 4 });
    const { through, ...none } = await sheet(nora, all, '00000000-0000-8000-8000-000000000124' as AccountId);
    expect(through).toBeUndefined();
    expect(none).toMatchObject({ openingMinutes: 0, givenMinutes: 0, receivedMinutes: 0, lines: 0, waiting: 0 });
  });

  test.each([
    { who: ada, to: '2026-01-10', waiting: 1, given: 45, received: 0 },
    { who: ada, to: '2026-01-09', waiting: 0, given: 0, received: 0 },
    { who: carla, to: '2026-12-31', waiting: 1, given: 0, received: 45 },
    { who: bruno, to: '2026-12-31', waiting: 0, given: 0, received: 0 },
  ])('what waits up to $to is told apart: $waiting', async ({ who, to, waiting, given, received }) => {
    expect(await sheet(who, days('2026-01-01', to), accountOf(who))).toMatchObject({
      waiting,
      waitingGivenMinutes: given,
      waitingReceivedMinutes: received,
    });
  });

  test('what is posted while it is read is not in it', async () => {
    const { through } = await sheet(bruno, all, accountOf(bruno));
    const before = await lines(bruno, all, { of: accountOf(bruno), through: through ?? 0 });
    await models.waitFor(list.happened(inBank(on('2026-01-05', posted(7, bruno, carla, 60, [15, -135])))));
    const of = accountOf(bruno);
    expect(await lines(bruno, all, { of, through: through ?? 0 })).toEqual(before);
    expect(numbers(await lines(bruno, all, { of }))).toEqual([7, ...numbers(before)]);
  });
});

describe('who may have it', () => {
  test.each([
    { who: 'the member', reader: carla },
    { who: 'a delegate', reader: rita },
    { who: 'a coordinator of the hub', reader: olga },
    { who: 'an auditor', reader: piero },
    { who: 'an administrator', reader: nora },
  ])('$who', async ({ reader }) => {
    expect(await sheet(reader, all, accountOf(carla))).toMatchObject({ memberNumber: 3 });
    expect(numbers(await lines(reader, all, { of: accountOf(carla), through: 4 }))).toEqual([1, 2, 4]);
  });

  test.each([
    { who: 'another member', reader: bruno, of: carla },
    { who: 'a coordinator of another hub', reader: olga, of: ada },
    { who: 'a stranger', reader: ugo, of: carla },
  ])('not $who: as if there were no such account, by each wall alone', async ({ reader, of }) => {
    const nowhere = sheet(reader, all, '00000000-0000-8000-8000-000000000999' as AccountId);
    await expect(nowhere).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(sheet(reader, all, accountOf(of))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(lines(reader, all, { of: accountOf(of) })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const unchecked = new NoAccess(models.door);
    await expect(sheet(reader, all, accountOf(of), unchecked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await lines(reader, all, { of: accountOf(of), access: unchecked })).toEqual([]);
  });

  test('somebody’s own look at it is noted nowhere, a role’s is', async () => {
    const noted: string[] = [];
    const noting = new AccountAccess(models.door, { note: ({ kind }) => void noted.push(kind) });
    await sheet(carla, all, accountOf(carla), noting);
    expect(noted).toEqual([]);
    await sheet(piero, all, accountOf(carla), noting);
    expect(noted).toEqual(['statement']);
  });
});
