import { inPerson, type PersonId, type Reading } from '#kernel';
import type { ReadModels } from '#read-model';
import { BalanceHandler } from '../account-balance/balance.handler.js';
import { BalanceQuery } from '../account-balance/balance.query.js';
import { StatementHandler } from '../account-statement/statement.handler.js';
import { StatementQuery } from '../account-statement/statement.query.js';
import { accountOf, ada, bank, bruno, carla, claim, nora, olga, piero, rita, ugo } from '../bank.example.js';
import { ExchangeHandler } from '../exchange/exchange.handler.js';
import { ExchangesHandler } from '../exchange/exchanges.handler.js';
import { ExchangeQuery, ExchangesQuery } from '../exchange/exchanges.query.js';
import { openViews } from '../opened-views.example.js';
import type { AccountAccess } from './account-access.js';

let models: ReadModels;
let access: AccountAccess;
let noted: Reading[];
let close: () => Promise<void>;

beforeAll(async () => {
  ({ models, access, noted, close } = await openViews());
});
beforeEach(() => {
  noted.length = 0;
});
afterAll(async () => {
  await close();
});

const page = { size: 5, backwards: false };
const reads = {
  balance: (who: PersonId) =>
    new BalanceHandler(models.door, access).execute(new BalanceQuery(inPerson(who), accountOf(carla))),
  statement: (who: PersonId) =>
    new StatementHandler(models.door, access).execute(new StatementQuery(inPerson(who), accountOf(carla), page)),
  exchanges: (who: PersonId) =>
    new ExchangesHandler(models.door, access).execute(
      new ExchangesQuery(inPerson(who), { bank, account: accountOf(carla) }, page),
    ),
  exchange: (who: PersonId) =>
    new ExchangeHandler(models.door, access).execute(new ExchangeQuery(inPerson(who), claim)),
};
const noting = (reader: PersonId, kind: Reading['kind'], of = carla): Reading => ({
  bank,
  account: accountOf(of),
  reader,
  kind,
});

describe('what is read by a role is noted', () => {
  test.each([
    { who: 'a coordinator', reader: olga },
    { who: 'an auditor', reader: piero },
    { who: 'an administrator', reader: nora },
  ])('of $who: whose account it was, and what of it', async ({ reader }) => {
    await reads.balance(reader);
    await reads.statement(reader);
    await reads.exchanges(reader);
    await reads.exchange(reader);

    expect(noted).toEqual([
      noting(reader, 'account'),
      noting(reader, 'statement'),
      noting(reader, 'exchanges'),
      noting(reader, 'exchanges', ada),
      noting(reader, 'exchanges'),
    ]);
  });

  test.each([
    { who: 'the member', reader: carla },
    { who: 'a delegate', reader: rita },
  ])('but not of $who', async ({ reader }) => {
    for (const read of Object.values(reads)) await read(reader);
    expect(noted).toEqual([]);
  });

  test('nor of the other party, who sees the exchange', async () => {
    await reads.exchange(ada);
    expect(noted).toEqual([]);
  });

  test.each([
    { who: 'another member', reader: bruno },
    { who: 'a stranger', reader: ugo },
  ])('nor of $who, who was shown nothing', async ({ reader }) => {
    for (const read of Object.values(reads)) await expect(read(reader)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(noted).toEqual([]);
  });
});
