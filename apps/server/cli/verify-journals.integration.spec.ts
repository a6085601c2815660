import { createCodec, inMemoryEventStore } from '#event-store';
import type { BankId, CommandId, Entry, Instant } from '#kernel';
import { journalEventVersions, ledgerViews } from '#ledger';
import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, eventually, idOf, journalOf, testDatabase, type TestDatabase } from '#testing';
import { verifyJournals } from './verify-journals.js';

const stream = journalOf(idOf<BankId>(1));
const codec = createCodec({ versions: journalEventVersions });
const facts = {
  exchange: idOf(3),
  provider: idOf(4),
  receiver: idOf(5),
  serviceDate: '2026-01-10',
  hub: idOf(6),
  loggedBy: idOf(7),
};

let database: TestDatabase;
let store: ReturnType<typeof inMemoryEventStore>;
let models: ReadModels;
let previous: Uint8Array;
let revision: number;

beforeEach(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  store = inMemoryEventStore();
  previous = new Uint8Array(32);
  revision = -1;
  const { vault } = new RecordList();
  const log = { warn: () => undefined };
  models = await ReadModels.open({ databaseUrl: database.url, views: ledgerViews, store, codec, vault, log });
  models.start();
});
afterEach(async () => {
  await models.close();
  await store.close();
  await database.drop();
});

/** The provider gives 30 minutes; `after` is what the entry says of the provider's balance. */
async function posted(number: number, after: number): Promise<void> {
  const legs = [
    { account: facts.provider, minutes: 30, balanceAfterMinutes: after },
    { account: facts.receiver, minutes: -30, balanceAfterMinutes: -after },
  ];
  revision += 1;
  const record = codec.encode({
    stream,
    revision,
    previous,
    recordedAt: '2026-03-02T10:00:00.000Z' as Instant,
    command: { id: idOf<CommandId>(100 + number), hash: 'AA', keys: [], index: 0, count: 1 },
    actor: { system: 'test' },
    correlation: idOf(200),
    event: {
      type: 'ExchangePosted',
      data: { facts: { ...facts, minutes: 30 }, consent: { kind: 'sheet', number: '1' } },
      entry: { number, legs } as unknown as Entry,
    },
  });
  await store.append({ stream, expectedRevision: revision - 1, records: [record] });
  previous = record.hash;
  const head = await store.head();
  await eventually(async () => {
    expect((await models.health()).position).toBe(head);
  });
}
const verified = () => verifyJournals({ store, codec, readModels: models });

describe('verification', () => {
  beforeEach(async () => {
    await posted(1, 30);
    await database.pool.query(
      `insert into read.account_balance_v1 (account_id, bank_id, hub_id, balance_minutes, entry_number)
       values ($1, $3, $4, 30, 1), ($2, $3, $4, -30, 1)`,
      [facts.provider, facts.receiver, idOf(1), idOf(6)],
    );
  });

  test('finds nothing where the views show what the journal says', async () => {
    await posted(2, 60);

    expect(await verified()).toEqual({ records: 2, entries: 2, accounts: 2 });
  });

  test.each([
    {
      what: 'a balance',
      sql: 'update read.account_balance_v1 set balance_minutes = 31 where balance_minutes > 0',
      says: 'its balance shows 31',
    },
    {
      what: 'a line',
      sql: 'update read.account_statement_v1 set minutes = 31 where minutes > 0',
      says: 'shows entry 1 otherwise',
    },
    {
      what: 'a missing line',
      sql: 'delete from read.account_statement_v1 where minutes > 0',
      says: 'shows entry 1 otherwise',
    },
    {
      what: 'a line too many',
      sql: 'insert into read.account_statement_v1 select account_id, 0, bank_id, minutes, balance_after_minutes, exchange_id, other_account_id, null, service_date, recorded_at, hub_id from read.account_statement_v1 limit 1',
      says: 'has 2 lines, its statements 3',
    },
  ])('names $what that differs by one minute or one row', async ({ sql, says }) => {
    await database.pool.query(sql);

    expect((await verified()).difference).toContain(says);
  });

  test.each([
    { what: 'an entry number that jumps', number: 3, after: 60, says: 'entry 3 follows 1' },
    { what: 'a balance that was not added up', number: 2, after: 61, says: 'the balance after it is 60' },
  ])('names the record of $what', async ({ number, after, says }) => {
    await posted(number, after);

    expect((await verified()).difference).toContain(`record 1: ${says}`);
  });
});
