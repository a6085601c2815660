import { NotFound, type PersonId } from '#kernel';
import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, testDatabase, type TestDatabase } from '#testing';
import { AccountAccess } from './access/account-access.js';
import { BalanceHandler } from './account-balance/balance.handler.js';
import { BalanceQuery } from './account-balance/balance.query.js';
import { AccountPageHandler } from './account-statement/account-page.handler.js';
import { AccountPageQuery } from './account-statement/account-page.query.js';
import { StatementHandler } from './account-statement/statement.handler.js';
import { StatementQuery } from './account-statement/statement.query.js';
import {
  accountOf,
  ada,
  bank,
  bankHistory,
  bruno,
  carla,
  claim,
  dario,
  inBank,
  nora,
  olga,
  piero,
  posted,
  quarter,
  rita,
  roleRevoked,
  town,
  ugo,
} from './bank.example.js';
import { ExchangeHandler } from './exchange/exchange.handler.js';
import { ExchangesHandler } from './exchange/exchanges.handler.js';
import { ExchangeQuery, ExchangesQuery } from './exchange/exchanges.query.js';
import { ledgerViews } from './ledger.views.js';
import { BankHandler, HubsOfBankHandler, MembershipHandler, MyBanksHandler } from './standing/standing.handlers.js';
import { BankQuery, HubsOfBankQuery, MembershipQuery, MyBanksQuery } from './standing/standing.queries.js';
import { TrialBalanceHandler } from './trial-balance/trial-balance.handler.js';
import { TrialBalanceQuery } from './trial-balance/trial-balance.query.js';

/** The application's check switched off: what is left is row-level security. */
class NoAccess extends AccountAccess {
  override requireAccount = () => Promise.resolve();
  override requireBank = () => Promise.resolve();
  override requireBooks = () => Promise.resolve();
}

let database: TestDatabase;
let list: RecordList;
let models: ReadModels;
let access: AccountAccess;

beforeAll(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  list = new RecordList();
  const log = { warn: () => undefined };
  models = await ReadModels.open({
    databaseUrl: database.url,
    views: ledgerViews,
    store: list,
    codec: list.codec,
    vault: list.vault,
    log,
  });
  access = new AccountAccess(models.door);
  models.start();
  await models.waitFor(list.happened(...bankHistory));
});
afterAll(async () => {
  await models.close();
  await database.drop();
});

const balance = (reader: PersonId, of: PersonId, check = access) =>
  new BalanceHandler(models.door, check).execute(new BalanceQuery(reader, accountOf(of)));
const statement = (reader: PersonId, of: PersonId, page = { size: 25, backwards: false }, check = access) =>
  new StatementHandler(models.door, check).execute(new StatementQuery(reader, accountOf(of), page));
const accountPage = (reader: PersonId, of: PersonId, size: number, check = access) =>
  new AccountPageHandler(models.door, check).execute(new AccountPageQuery(reader, accountOf(of), size));

describe('a balance', () => {
  test('shows what the last entry left, what waits, and the limits that hold', async () => {
    expect(await balance(carla, carla)).toEqual({
      accountId: accountOf(carla),
      bankId: bank,
      hubId: quarter,
      balanceMinutes: -60,
      entryNumber: 2,
      waitingMinutes: 45,
      reservedMinutes: 0,
      floor: { kind: 'soft', minutes: -60 },
      ceiling: { kind: 'none' },
      revision: 11,
    });
    expect(await balance(bruno, bruno)).toMatchObject({ balanceMinutes: -60, floor: { kind: 'hard', minutes: -600 } });
  });

  test.each([
    { who: 'the member', reader: carla },
    { who: 'a delegate', reader: rita },
    { who: "a coordinator of the member's hub", reader: olga },
    { who: 'an administrator', reader: nora },
    { who: 'an auditor', reader: piero },
  ])('is read by $who', async ({ reader }) => {
    expect(await balance(reader, carla)).toMatchObject({ balanceMinutes: -60 });
  });

  test.each([
    { who: 'another member', reader: bruno, of: carla },
    { who: 'a coordinator of another hub', reader: olga, of: ada },
    { who: 'a delegate of somebody else', reader: rita, of: ada },
    { who: 'a stranger', reader: ugo, of: ada },
    { who: 'anybody, of an account that does not exist', reader: nora, of: ugo },
  ])('is not found by $who, by the check alone and by row-level security alone', async ({ reader, of }) => {
    await expect(balance(reader, of)).rejects.toThrow(NotFound);
    await expect(balance(reader, of, new NoAccess(models.door))).rejects.toThrow(NotFound);
    await expect(statement(reader, of)).rejects.toThrow(NotFound);
    expect((await statement(reader, of, undefined, new NoAccess(models.door))).rows).toEqual([]);
    await expect(accountPage(reader, of, 25)).rejects.toThrow(NotFound);
    await expect(accountPage(reader, of, 25, new NoAccess(models.door))).rejects.toThrow(NotFound);
  });
});

describe('a statement', () => {
  test('runs both ways by entry number and says when there is more', async () => {
    const numbers = async (page: { size: number; backwards: boolean; from?: number }) => {
      const { rows, hasMore } = await statement(ada, ada, page);
      return [...rows.map((line) => line.entryNumber), hasMore];
    };

    expect(await numbers({ size: 2, backwards: false })).toEqual([3, 2, true]);
    expect(await numbers({ size: 2, backwards: false, from: 2 })).toEqual([1, false]);
    expect(await numbers({ size: 2, backwards: true })).toEqual([2, 1, true]);
    expect(await numbers({ size: 3, backwards: true, from: 1 })).toEqual([3, 2, false]);
  });

  test('shows minutes, the balance after them and the other party, and null for what is absent', async () => {
    const { rows } = await statement(ada, ada);

    expect(rows.at(-1)).toEqual({
      entryNumber: 1,
      bankId: bank,
      minutes: 90,
      balanceAfterMinutes: 90,
      exchangeId: expect.any(String) as string,
      otherAccountId: accountOf(carla),
      otherName: null,
      travelMinutes: null,
      serviceDate: '2026-01-10',
      recordedAt: '2026-03-02T10:00:00.000Z',
      hubId: town,
      strand: null,
      category: 'garden',
    });
  });

  test.each([1, 2, 3])('is read along with its account, %i lines of it, as either alone', async (size) => {
    expect(await accountPage(ada, ada, size)).toMatchObject({
      balance: await balance(ada, ada),
      page: await statement(ada, ada, { size, backwards: false }),
    });
  });

  test('without lines has an account all the same', async () => {
    expect(await accountPage(dario, dario, 25)).toEqual({
      balance: await balance(dario, dario),
      page: { rows: [], hasMore: false },
    });
  });
});

describe('exchanges', () => {
  const found = async (reader: PersonId, filter: Partial<ExchangesQuery['filter']>, check = access) =>
    (
      await new ExchangesHandler(models.door, check).execute(
        new ExchangesQuery(reader, { bank, ...filter }, { size: 10, backwards: false }),
      )
    ).rows.map(({ entryNumber, state }) => entryNumber ?? state);
  const one = (reader: PersonId) => new ExchangeHandler(models.door).execute(new ExchangeQuery(reader, claim));

  test('are found by account, state and turn, the last changed first', async () => {
    expect(await found(carla, { account: accountOf(carla) })).toEqual(['logged', 2, 1]);
    expect(await found(carla, { account: accountOf(carla), awaited: true })).toEqual(['logged']);
    expect(await found(ada, { account: accountOf(ada), awaited: true })).toEqual([]);
    expect(await found(nora, { states: ['posted'] })).toEqual([3, 2, 1]);
  });

  test('are seen where one party is in reach, and are not found by others', async () => {
    expect(await found(olga, {})).toEqual(['logged', 2, 1]);
    expect(await found(bruno, {})).toEqual([3]);
    expect(await found(ugo, {}, new NoAccess(models.door))).toEqual([]);
    await expect(found(ugo, {})).rejects.toThrow(NotFound);
    expect(await one(carla)).toMatchObject({ state: 'logged', turn: 'receiver', note: 'hedge', minutes: 45 });
    await expect(one(bruno)).rejects.toThrow(NotFound);
  });
});

describe('the trial balance', () => {
  const books = (reader: PersonId, check = access) =>
    new TrialBalanceHandler(models.door, check).execute(new TrialBalanceQuery(reader, bank));

  test('sums to zero over the bank, and to what the hubs hold over a coordinator’s', async () => {
    expect(await books(piero)).toEqual({
      sumMinutes: 0,
      accounts: 4,
      entries: 3,
      hubs: [
        { hubId: town, sumMinutes: 60, accounts: 2 },
        { hubId: quarter, sumMinutes: -60, accounts: 2 },
      ],
      whole: true,
    });
    expect(await books(olga)).toMatchObject({ sumMinutes: -60, accounts: 2, whole: false });
  });

  test('is not found by members, who behind the check would see their own account and no more', async () => {
    await expect(books(ada)).rejects.toThrow(NotFound);
    expect(await books(ada, new NoAccess(models.door))).toMatchObject({ sumMinutes: 120, accounts: 1 });
  });
});

describe('standing', () => {
  test('shows a bank and its hubs to whoever belongs to it', async () => {
    expect(await new MyBanksHandler(models.door).execute(new MyBanksQuery(ada))).toMatchObject([{ handle: 'rho' }]);
    expect(await new MyBanksHandler(models.door).execute(new MyBanksQuery(ugo))).toEqual([]);
    const hubs = await new HubsOfBankHandler(models.door, access).execute(new HubsOfBankQuery(rita, bank));
    expect(hubs).toMatchObject([
      { hubId: town, ancestors: [] },
      { hubId: quarter, ancestors: [town] },
    ]);
    const banks = (check: AccountAccess) => new BankHandler(models.door, check).execute(new BankQuery(ugo, bank));
    await expect(banks(access)).rejects.toThrow(NotFound);
    await expect(banks(new NoAccess(models.door))).rejects.toThrow(NotFound);
  });

  test('says who is suspended, with the version to hand back', async () => {
    const of = (person: PersonId) =>
      new MembershipHandler(models.door, access).execute(new MembershipQuery(nora, accountOf(person)));

    expect(await of(dario)).toMatchObject({ number: 4, suspended: true, revision: 10 });
    expect(await of(ada)).toMatchObject({ suspended: false, revision: 3 });
  });
});

describe('the ledger views', () => {
  test('hold the same after all of them are rebuilt, and a reader who lost a role reads no more', async () => {
    const rebuilt = await models.rebuild();
    expect(rebuilt).toMatchObject({ switched: true, views: ledgerViews.map(() => ({ version: 2, differences: [] })) });

    expect(await balance(olga, dario)).toMatchObject({ balanceMinutes: 0 }); // what she may read is known from now on
    const at = list.happened(inBank(posted(4, dario, bruno, 30, [30, -90])), inBank(roleRevoked));
    const query = new BalanceQuery(dario, accountOf(dario), at);
    const seen = await new BalanceHandler(models.door, access).execute(query);
    expect(seen).toMatchObject({ balanceMinutes: 30, entryNumber: 4 });
    await expect(balance(olga, dario)).rejects.toThrow(NotFound);
  });
});
