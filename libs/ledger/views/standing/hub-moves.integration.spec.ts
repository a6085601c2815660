import { NotFound, inPerson, type BankId, type HubId, type LocalDate, type PersonId } from '#kernel';
import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, idOf, journalOf, testDatabase, type TestDatabase } from '#testing';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { AccountAccess } from '../access/account-access.js';
import { BalanceHandler } from '../account-balance/balance.handler.js';
import { BalanceQuery } from '../account-balance/balance.query.js';
import { accountOf, ada, bankHistory, olga, rita, town, ugo } from '../bank.example.js';
import { ledgerViews } from '../ledger.views.js';
import { NoAccess, unnoted } from '../opened-views.example.js';
import { TrialBalanceHandler } from '../trial-balance/trial-balance.handler.js';
import { TrialBalanceQuery } from '../trial-balance/trial-balance.query.js';

/** Twenty-five hours apart: what is today in one bank is never today in the other. */
const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const;
const [ahead, behind] = [idOf<BankId>('ahead'), idOf<BankId>('behind')];
const dayAhead = new Intl.DateTimeFormat('en-CA', { timeZone: zones[0] }).format() as LocalDate;
const [above, newAbove] = [idOf<HubId>('above'), idOf<HubId>('new above')];
const [gone, come, only] = [olga, ugo, rita];

let database: TestDatabase;
let models: ReadModels;

beforeAll(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  const list = new RecordList();
  const { codec, vault } = list;
  const log = { warn: () => undefined };
  models = await ReadModels.open({ databaseUrl: database.url, views: ledgerViews, store: list, codec, vault, log });
  models.start();
  await models.waitFor(list.happened(...historyOf(ahead, zones[0]), ...historyOf(behind, zones[1])));
});
afterAll(async () => {
  await models.close();
  await database.drop();
});

/** The example's bank in another zone: Ada's hub hangs below one hub, and from that day below another. */
function historyOf(bank: BankId, timeZone: string) {
  const stream = journalOf(bank);
  const cause = { stream, revision: 0 };
  const opened = bankHistory.flatMap(({ event }): JournalEvent[] =>
    event.type === 'BankOpened'
      ? [{ type: 'BankOpened', data: { ...event.data, bank, rules: { ...event.data.rules, timeZone } } }]
      : [],
  );
  const events: JournalEvent[] = [
    ...opened,
    { type: 'HubServed', data: { hub: town, ancestors: [above], from: '2020-01-01' as LocalDate, cause } },
    { type: 'HubPlaced', data: { hub: town, ancestors: [newAbove], from: dayAhead, cause } },
    admitted(bank),
    coordinates(bank, gone, above),
    coordinates(bank, come, newAbove),
    ...(bank === ahead ? [coordinates(bank, only, town)] : []),
  ];
  return events.map((event) => ({ stream, event }));
}

const accountIn = (bank: BankId) =>
  bank === ahead ? accountOf(ada) : idOf<ReturnType<typeof accountOf>>('behind ada');

function admitted(bank: BankId): JournalEvent {
  const member = { account: accountIn(bank), person: ada, number: 1, hub: town, channel: true };
  return { type: 'MemberAdmitted', data: { ...member, since: '2026-01-10' as LocalDate } };
}

function coordinates(bank: BankId, person: PersonId, hub: HubId): JournalEvent {
  const grant = idOf<never>(`${bank} ${person}`);
  const reason = { keys: [], nonce: '', text: 'elected' };
  return {
    type: 'RoleGranted',
    data: { grant, person, role: 'coordinator', hub, from: '2026-01-10' as LocalDate, reason },
  };
}

const unchecked = () => new NoAccess(models.door);
const checked = () => new AccountAccess(models.door, unnoted);
const read = (who: PersonId, bank: BankId, access: AccountAccess) =>
  new BalanceHandler(models.door, access).execute(new BalanceQuery(inPerson(who), accountIn(bank)));

describe('from the day of a hub’s move, in the time zone of the bank, its members’ hours are read by', () => {
  test.each([
    { day: 'has come', bank: ahead, readsNow: come, readsNoMore: gone },
    { day: 'has not come', bank: behind, readsNow: gone, readsNoMore: come },
  ])('the coordinator above it where the day $day', async ({ bank, readsNow, readsNoMore }) => {
    expect(await read(readsNow, bank, checked())).toMatchObject({ bankId: bank, hubId: town });
    await expect(read(readsNoMore, bank, checked())).rejects.toThrow(NotFound);
    await expect(read(readsNoMore, bank, unchecked())).rejects.toThrow(NotFound);
  });
});

test('who coordinates a hub in one bank reads nothing of another bank that serves the same hub', async () => {
  const books = (bank: BankId, access: AccountAccess) =>
    new TrialBalanceHandler(models.door, access).execute(new TrialBalanceQuery(inPerson(only), bank));

  expect(await read(only, ahead, checked())).toMatchObject({ bankId: ahead });
  expect(await books(ahead, checked())).toMatchObject({ accounts: 1, whole: false });
  for (const access of [checked(), unchecked()]) await expect(read(only, behind, access)).rejects.toThrow(NotFound);
  await expect(books(behind, checked())).rejects.toThrow(NotFound);
  expect(await books(behind, unchecked())).toMatchObject({ accounts: 0 });
});
