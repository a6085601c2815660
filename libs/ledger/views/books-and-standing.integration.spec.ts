import { inPerson, NotFound, type PersonId } from '#kernel';
import type { ReadModels } from '#read-model';
import type { AccountAccess } from './access/account-access.js';
import { accountOf, ada, bank, dario, nora, olga, piero, quarter, rita, town, ugo } from './bank.example.js';
import { NoAccess, openViews } from './opened-views.example.js';
import { BankHandler, HubsOfBankHandler, MembershipHandler, MyBanksHandler } from './standing/standing.handlers.js';
import { BankQuery, HubsOfBankQuery, MembershipQuery, MyBanksQuery } from './standing/standing.queries.js';
import { TrialBalanceHandler } from './trial-balance/trial-balance.handler.js';
import { TrialBalanceQuery } from './trial-balance/trial-balance.query.js';

let models: ReadModels;
let access: AccountAccess;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ models, access, close } = await openViews());
});
afterAll(async () => {
  await close();
});

describe('the trial balance', () => {
  const books = (reader: PersonId, check = access) =>
    new TrialBalanceHandler(models.door, check).execute(new TrialBalanceQuery(inPerson(reader), bank));

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
    expect(await new MyBanksHandler(models.door).execute(new MyBanksQuery(inPerson(ada)))).toMatchObject([
      { handle: 'rho' },
    ]);
    expect(await new MyBanksHandler(models.door).execute(new MyBanksQuery(inPerson(ugo)))).toEqual([]);
    const hubs = await new HubsOfBankHandler(models.door, access).execute(new HubsOfBankQuery(inPerson(rita), bank));
    expect(hubs).toMatchObject([
      { hubId: town, ancestors: [] },
      { hubId: quarter, ancestors: [town] },
    ]);
    const banks = (check: AccountAccess) =>
      new BankHandler(models.door, check).execute(new BankQuery(inPerson(ugo), bank));
    await expect(banks(access)).rejects.toThrow(NotFound);
    await expect(banks(new NoAccess(models.door))).rejects.toThrow(NotFound);
  });

  test('says who is suspended, with the version to hand back', async () => {
    const of = (person: PersonId) =>
      new MembershipHandler(models.door, access).execute(new MembershipQuery(inPerson(nora), accountOf(person)));

    expect(await of(dario)).toMatchObject({ number: 4, suspended: true, revision: 10 });
    expect(await of(ada)).toMatchObject({ suspended: false, revision: 3 });
  });
});
