import {
  inPerson,
  type AccountId,
  type HubId,
  type LocalDate,
  type PersonId,
  type Position,
  type Reading,
} from '#kernel';
import type { ReadModels } from '#read-model';
import { idOf, journalOf, type RecordList } from '#testing';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { BalanceHandler } from '../account-balance/balance.handler.js';
import { BalanceQuery } from '../account-balance/balance.query.js';
import { StatementHandler } from '../account-statement/statement.handler.js';
import { StatementQuery } from '../account-statement/statement.query.js';
import { accountOf, ada, bank, bruno, carla, claim, inBank, nora, olga, piero, rita, ugo } from '../bank.example.js';
import { ExchangeHandler } from '../exchange/exchange.handler.js';
import { ExchangesHandler } from '../exchange/exchanges.handler.js';
import { ExchangeQuery, ExchangesQuery } from '../exchange/exchanges.query.js';
import { openViews } from '../opened-views.example.js';
import { TrialBalanceHandler } from '../trial-balance/trial-balance.handler.js';
import { TrialBalanceQuery } from '../trial-balance/trial-balance.query.js';
import type { AccountAccess } from './account-access.js';

let list: RecordList;
let models: ReadModels;
let access: AccountAccess;
let noted: Reading[];
let close: () => Promise<void>;

beforeAll(async () => {
  ({ list, models, access, noted, close } = await openViews());
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

describe('a sum over one other’s account counts as a look at it', () => {
  const square = idOf<HubId>('square');
  const books = (who: PersonId, from?: Position) =>
    new TrialBalanceHandler(models.door, access).execute(new TrialBalanceQuery(inPerson(who), bank, from));
  const event = (happened: JournalEvent) => inBank(happened);
  const dayOne = '2026-01-10' as LocalDate;
  const cause = { stream: journalOf(bank), revision: 0 };
  const [gina, tea] = [idOf<PersonId>('Gina'), idOf<PersonId>('Tea')];
  const at = (person: PersonId, number: number): JournalEvent => ({
    type: 'MemberAdmitted',
    data: { account: idOf<AccountId>(`of ${person}`), person, number, hub: square, since: dayOne, channel: true },
  });
  const ofGina = (reader: PersonId): Reading => ({
    bank,
    account: idOf<AccountId>(`of ${gina}`),
    reader,
    kind: 'account',
  });

  test('by who coordinates a hub with a single member, or audits the bank; not where two others are summed', async () => {
    const reason = { keys: [], nonce: '', text: 'elected' };
    const days = { from: dayOne, reason };
    const granted: JournalEvent = {
      type: 'RoleGranted',
      data: { grant: idOf('of Tea'), person: tea, role: 'coordinator', hub: square, ...days },
    };
    const served: JournalEvent = { type: 'HubServed', data: { hub: square, ancestors: [], from: dayOne, cause } };
    await models.waitFor(list.happened(...[served, at(gina, 5), granted].map(event)));
    expect(await books(tea)).toMatchObject({ accounts: 1 });
    expect(noted).toEqual([ofGina(tea)]);
    noted.length = 0;
    await books(piero);
    expect(noted).toEqual([ofGina(piero)]);
    noted.length = 0;
    await books(olga);
    expect(noted).toEqual([]);

    // Her own account beside it hides nothing: what is left is Gina's.
    expect(await books(tea, list.happened(event(at(tea, 6))))).toMatchObject({ accounts: 2 });
    expect(noted).toEqual([ofGina(tea)]);
    noted.length = 0;
    expect(await books(tea, list.happened(event(at(idOf<PersonId>('Ida'), 7))))).toMatchObject({ accounts: 3 });
    expect(noted).toEqual([]);
  });
});
