import { inPerson, NotFound, type PersonId } from '#kernel';
import type { ReadModels } from '#read-model';
import type { RecordList } from '#testing';
import type { AccountAccess } from './access/account-access.js';
import { AccountTermsHandler } from './account-balance/account-terms.handler.js';
import { AccountTermsQuery } from './account-balance/account-terms.query.js';
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
import { NoAccess, openViews } from './opened-views.example.js';

let list: RecordList;
let models: ReadModels;
let access: AccountAccess;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ list, models, access, close } = await openViews());
});
afterAll(async () => {
  await close();
});

const balance = (reader: PersonId, of: PersonId, check = access) =>
  new BalanceHandler(models.door, check).execute(new BalanceQuery(inPerson(reader), accountOf(of)));
const terms = (reader: PersonId, of: PersonId, check = access) =>
  new AccountTermsHandler(models.door, check).execute(new AccountTermsQuery(inPerson(reader), accountOf(of)));
const statement = (reader: PersonId, of: PersonId, page = { size: 25, backwards: false }, check = access) =>
  new StatementHandler(models.door, check).execute(new StatementQuery(inPerson(reader), accountOf(of), page));
const accountPage = (reader: PersonId, of: PersonId, size: number, check = access) =>
  new AccountPageHandler(models.door, check).execute(new AccountPageQuery(inPerson(reader), accountOf(of), size));

describe('a balance', () => {
  test('shows what the last entry left, what waits, and the limits that hold', async () => {
    expect(await balance(carla, carla)).toEqual({
      accountId: accountOf(carla),
      bankId: bank,
      hubId: quarter,
      balanceMinutes: -60,
      entryNumber: 2,
    });
    expect(await terms(carla, carla)).toEqual({
      waitingMinutes: 45,
      reservedMinutes: 0,
      floor: { kind: 'soft', minutes: -60 },
      ceiling: { kind: 'none' },
      revision: 11,
    });
    expect(await terms(bruno, bruno)).toMatchObject({ floor: { kind: 'hard', minutes: -600 } });
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
    await expect(terms(reader, of)).rejects.toThrow(NotFound);
    await expect(terms(reader, of, new NoAccess(models.door))).rejects.toThrow(NotFound);
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
        new ExchangesQuery(inPerson(reader), { bank, ...filter }, { size: 10, backwards: false }),
      )
    ).rows.map(({ entryNumber, state }) => entryNumber ?? state);
  const one = (reader: PersonId) =>
    new ExchangeHandler(models.door, access).execute(new ExchangeQuery(inPerson(reader), claim));

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

describe('the ledger views', () => {
  test('hold the same after all of them are rebuilt, and a reader who lost a role reads no more', async () => {
    const rebuilt = await models.rebuild();
    expect(rebuilt).toMatchObject({ switched: true, views: ledgerViews.map(() => ({ version: 2, differences: [] })) });

    expect(await balance(olga, dario)).toMatchObject({ balanceMinutes: 0 }); // what she may read is known from now on
    const at = list.happened(inBank(posted(4, dario, bruno, 30, [30, -90])), inBank(roleRevoked));
    const query = new BalanceQuery(inPerson(dario), accountOf(dario), at);
    const seen = await new BalanceHandler(models.door, access).execute(query);
    expect(seen).toMatchObject({ balanceMinutes: 30, entryNumber: 4 });
    await expect(balance(olga, dario)).rejects.toThrow(NotFound);
  });
});
