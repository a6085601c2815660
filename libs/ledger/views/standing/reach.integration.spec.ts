import { inPerson, NotFound, type ExchangeId, type HubId, type LocalDate, type PersonId } from '#kernel';
import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, idOf, journalOf, md5Uuid, testDatabase, type TestDatabase } from '#testing';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { AccountAccess } from '../access/account-access.js';
import {
  accountOf,
  ada,
  bank,
  bankHistory,
  carla,
  inBank,
  nora,
  olga,
  piero,
  quarter,
  rita,
  town,
  ugo,
} from '../bank.example.js';
import { ExchangeHandler } from '../exchange/exchange.handler.js';
import { ExchangeQuery } from '../exchange/exchanges.query.js';
import { ledgerViews } from '../ledger.views.js';
import { unnoted } from '../opened-views.example.js';
import { HubsOfBankHandler } from './standing.handlers.js';
import { HubsOfBankQuery } from './standing.queries.js';

const [annex, mill, square] = [idOf<HubId>(71), idOf<HubId>(72), idOf<HubId>(73)];
/** Coordinates the square, where no member is at home. */
const tea = idOf<PersonId>(74);
const cause = { stream: journalOf(bank), revision: 0 };
const placed = (type: 'HubServed' | 'HubPlaced', hub: HubId, from: string, ...ancestors: HubId[]) =>
  inBank({ type, data: { hub, ancestors, from: from as LocalDate, cause } } satisfies JournalEvent);
const coordinates = (person: PersonId, hub: HubId) =>
  inBank({
    type: 'RoleGranted',
    data: {
      grant: idOf(75),
      person,
      role: 'coordinator',
      hub,
      from: '2026-01-10' as LocalDate,
      reason: { keys: [], nonce: '', text: 'elected' },
    },
  });

/** The example's claim, at the square. */
const elsewhere = idOf<ExchangeId>(76);
const claimed = bankHistory.flatMap(({ event }) =>
  event.type === 'ExchangeLogged'
    ? [inBank({ ...event, data: { ...event.data, facts: { ...event.data.facts, exchange: elsewhere, hub: square } } })]
    : [],
);

/** The hub as this bank's: what a coordinator reaches. */
function deskOf(hub: HubId): string {
  return md5Uuid(`${bank}${hub}`);
}

let database: TestDatabase;
let list: RecordList;
let models: ReadModels;

beforeAll(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  list = new RecordList();
  const { codec, vault } = list;
  const log = { warn: () => undefined };
  models = await ReadModels.open({ databaseUrl: database.url, views: ledgerViews, store: list, codec, vault, log });
  models.start();
  const at = list.happened(
    ...bankHistory,
    coordinates(tea, square),
    placed('HubServed', square, '2026-01-01'),
    placed('HubServed', annex, '2999-01-01', quarter),
    placed('HubPlaced', annex, '2999-02-01', square),
    placed('HubServed', mill, '2026-01-05', square),
    placed('HubPlaced', mill, '2026-01-03', quarter),
    ...claimed,
  );
  await models.waitFor(at);
});
afterAll(async () => {
  await models.close();
  await database.drop();
});

describe('the place a hub has today', () => {
  test('is the last one recorded that has begun, or else its first, as the journal decides', async () => {
    const { scopes } = await models.door.reachOf(inPerson(olga));

    expect(scopes).toEqual(expect.arrayContaining([quarter, annex, mill].map((hub) => deskOf(hub))));
    expect(scopes).not.toContain(deskOf(town));
    expect((await models.door.reachOf(inPerson(tea))).scopes.toSorted()).toEqual([deskOf(square), tea].toSorted());
  });

  test('is the one that members are shown', async () => {
    const handler = new HubsOfBankHandler(models.door, new AccountAccess(models.door, unnoted));
    const hubs = await handler.execute(new HubsOfBankQuery(inPerson(ada), bank));

    expect(hubs.filter(({ hubId }) => [annex, mill].includes(hubId))).toMatchObject([
      { hubId: annex, ancestors: [quarter] },
      { hubId: mill, ancestors: [quarter] },
    ]);
  });
});

describe('in a session with the person’s own rights', () => {
  const ownReach = (person: PersonId) => models.door.reachOf({ person, powers: 'own' });

  test('a keeper who is no member reaches nothing but their own name', async () => {
    for (const person of [olga, nora, piero, tea])
      expect(await ownReach(person)).toEqual({ banks: [], scopes: [person] });
  });

  test('a member reaches the own account and its bank’s directory, a delegate the account of the mandate', async () => {
    expect(await ownReach(ada)).toEqual({ banks: [bank], scopes: [accountOf(ada), ada] });
    expect(await ownReach(rita)).toEqual({ banks: [bank], scopes: [accountOf(carla), rita] });
  });

  test('nothing is taken from the same person’s other session, whichever asks first', async () => {
    await ownReach(olga);
    expect((await models.door.reachOf(inPerson(olga))).scopes).toContain(deskOf(quarter));
    expect((await ownReach(olga)).scopes).toEqual([olga]);
  });
});

test('an exchange is seen by who coordinates its hub, though neither party is at home there', async () => {
  const seenBy = (reader: PersonId) =>
    new ExchangeHandler(models.door, new AccountAccess(models.door, unnoted)).execute(
      new ExchangeQuery(inPerson(reader), elsewhere),
    );

  expect(await seenBy(tea)).toMatchObject({ exchangeId: elsewhere, hubId: square });
  await expect(seenBy(ugo)).rejects.toThrow(NotFound);
});

describe('what a person may read', () => {
  const tables = ['bank', 'hub_place', 'membership', 'mandate', 'role_grant'];
  const touched = async (person: PersonId): Promise<number> => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('select read.reach_of($1)', [person]);
      const { rows } = await client.query<{ touched: number }>(
        `select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as touched
         from pg_stat_xact_user_tables where schemaname = 'read' and relname = any ($1)`,
        [tables.map((name) => `${name}_v1`)],
      );
      await client.query('rollback');
      return rows[0]?.touched ?? Number.NaN;
    } finally {
      client.release();
    }
  };

  beforeAll(async () => {
    const id = (kind: string) => `md5('${kind}' || n)::uuid`;
    const many = 'from generate_series(1, 2000) n';
    for (const filled of [
      `read.bank_v1 select ${id('bank')}, network_id, handle, name, rules, opened_at from read.bank_v1, generate_series(1, 2000) n`,
      `read.hub_place_v1 select ${id('bank')}, ${id('hub')}, 1, '2026-01-01', '{}' ${many}`,
      `read.membership_v1 select ${id('account')}, ${id('bank')}, ${id('person')}, 1, ${id('hub')}, '2026-01-01', true, 1 ${many}`,
      `read.role_grant_v1 select ${id('grant')}, ${id('bank')}, ${id('person')}, 'coordinator', ${id('hub')}, '2026-01-01', null, false, 1 ${many}`,
    ]) {
      await database.pool.query(`insert into ${filled}`);
    }
  });

  test.each([{ statistics: 'before PostgreSQL knows the tables' }, { statistics: 'once it does' }])(
    'is found among 2,000 banks by touching a few rows, $statistics',
    async ({ statistics }) => {
      if (statistics === 'once it does') await database.pool.query('analyze');

      for (const person of [ada, olga, ugo]) expect(await touched(person)).toBeLessThan(40);
    },
  );
});
