import { createCodec } from '#event-store';
import { inPerson, streamOf, type AccountId, type BankId, type HubId, type PersonId, type Position } from '#kernel';
import { ledgerViews, type MemberAdmitted } from '#ledger';
import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, idOf, journalOf, testDatabase, type TestDatabase } from '#testing';
import { KeyVault } from '../../adapters/vault/key-vault.js';
import { MemoryKeyStore } from '../../adapters/vault/memory-key-store.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { memberDirectoryMigration } from './member-directory.migration.js';
import { memberDirectoryView } from './member-directory.projection.js';
import { MemberNamesQuery, MemberSearchQuery, MembersQuery } from './member-directory.query.js';
import { MemberNamesHandler } from './member-names.handler.js';
import { MemberSearchHandler } from './member-search.handler.js';
import { MembersHandler } from './members.handler.js';

const [rho, senago] = [idOf<BankId>('Rho'), idOf<BankId>('Senago')];
const [reader, stranger] = [idOf<PersonId>('Rosa Conti'), idOf<PersonId>('stranger')];
const hub = idOf<HubId>('hub');

let database: TestDatabase;
let list: RecordList;
let keys: MemoryKeyStore;
let vault: KeyVault;
let models: ReadModels;

beforeEach(async () => {
  database = await testDatabase({
    migrations: [...readModelMigrations, memberDirectoryMigration],
  });
  list = new RecordList();
  keys = new MemoryKeyStore();
  const codec = createCodec({ versions: {} });
  const canonical = (value: unknown) => codec.canonical(value);
  vault = new KeyVault({ store: keys, masterKey: new Uint8Array(32), clock: { now: () => Date.now() }, canonical });
  models = await ReadModels.open({
    databaseUrl: database.url,
    views: [...ledgerViews, memberDirectoryView],
    store: list,
    codec: list.codec,
    vault,
    log: { warn: () => undefined },
  });
  models.start();
});
afterEach(async () => {
  await models.close();
  await database.drop();
});

async function named(name: string, type: 'PersonRegistered' | 'PersonRenamed' = 'PersonRegistered', called = name) {
  const person = idOf<PersonId>(name);
  const place = { stream: streamOf('person', person), entity: person, field: 'name' };
  const sealed = await vault.seal(called, await vault.ensureKeys([{ kind: 'person', id: person }]), place);
  const data = { person, name: sealed };
  const event: PersonEvent = type === 'PersonRenamed' ? { type, data } : { type, data: { ...data, language: 'it' } };
  return { stream: place.stream, event };
}

function admitted(bank: BankId, name: string, number: number) {
  const data = {
    account: accountOf(bank, name),
    person: idOf<PersonId>(name),
    number,
    hub,
    since: '2026-01-01' as MemberAdmitted['data']['since'],
    channel: true,
  };
  return { stream: journalOf(bank), event: { type: 'MemberAdmitted', data } satisfies MemberAdmitted };
}

const accountOf = (bank: BankId, name: string) => idOf<AccountId>(`${bank} ${name}`);

/** The same few people in both banks' order; Zeno is in the other bank only. */
async function people() {
  return list.happened(
    await named('Nicolò Colombo'),
    await named('Maria De Rossi'),
    await named('Rosa Conti'),
    admitted(rho, 'Nicolò Colombo', 1),
    admitted(rho, 'Maria De Rossi', 2),
    admitted(rho, 'Rosa Conti', 3),
    await named('Zeno Rossi'),
    admitted(senago, 'Zeno Rossi', 1),
  );
}

describe('searching members', () => {
  const search = async (text: string, { who = reader, bank = rho, first = 20 } = {}) => {
    const at = await people();
    const found = await new MemberSearchHandler(models.door).execute(
      new MemberSearchQuery(inPerson(who), bank, text, first, at),
    );
    return found.map(({ displayName }) => displayName);
  };

  test.each([
    ['nicolo', ['Nicolò Colombo']],
    ['COLÒ', ['Nicolò Colombo']],
    ['ros', ['Maria De Rossi', 'Rosa Conti']],
    ['rossi mar', ['Maria De Rossi']],
    ['ro', ['Maria De Rossi', 'Rosa Conti']],
    ['r', []],
    [' r ', []],
    ['%%', []],
    ['__', []],
  ])('"%s" finds %j', async (text, found) => {
    expect(await search(text)).toEqual(found);
  });

  test('gives no more than asked, and never more than twenty', async () => {
    expect(await search('ro', { first: 1 })).toEqual(['Maria De Rossi']);
    const many = Array.from({ length: 21 }, (_, n) => `Bianca ${String(n)}`);
    list.happened(
      ...(await Promise.all(many.map((name) => named(name)))),
      ...many.map((name, n) => admitted(rho, name, n + 10)),
    );
    expect(await search('bianca', { first: 100 })).toHaveLength(20);
  });

  test('a stranger finds nobody, a member nobody of another bank', async () => {
    expect(await search('rossi', { who: stranger })).toEqual([]);
    expect(await search('rossi', { bank: senago })).toEqual([]);
  });
});

describe('names', () => {
  const all = [accountOf(rho, 'Rosa Conti'), accountOf(senago, 'Zeno Rossi'), idOf<AccountId>('nobody')];
  const names = async (who: PersonId, since?: Position) => {
    const query = new MemberNamesQuery(inPerson(who), all, since ?? (await people()));
    const found = await new MemberNamesHandler(models.door).execute(query);
    return [...found.values()].map(({ displayName }) => displayName);
  };

  test('are those of the own bank', async () => {
    expect(await names(reader)).toEqual(['Rosa Conti']);
  });

  test('are nobody else’s business', async () => {
    expect(await names(stranger)).toEqual([]);
  });

  test('follow a renaming, also when the admission comes later', async () => {
    const at = list.happened(
      await named('Rosa Conti'),
      await named('Rosa Conti', 'PersonRenamed', 'Rosa Conti Sala'),
      admitted(rho, 'Rosa Conti', 1),
    );
    expect(await names(reader, at)).toEqual(['Rosa Conti Sala']);
  });
});

test('a bank’s members come page by page, in the order of their numbers', async () => {
  const at = await people();
  const page = async (after: number, who = reader, bank = rho) => {
    const { members, hasNextPage } = await new MembersHandler(models.door).execute(
      new MembersQuery(inPerson(who), bank, 2, after, at),
    );
    return { numbers: members.map(({ number }) => number), hasNextPage };
  };

  expect(await page(0)).toEqual({ numbers: [1, 2], hasNextPage: true });
  expect(await page(2)).toEqual({ numbers: [3], hasNextPage: false });
  expect(await page(0, stranger)).toEqual({ numbers: [], hasNextPage: false });
  expect(await page(0, reader, senago)).toEqual({ numbers: [], hasNextPage: false });
});

test('a name whose key is destroyed is gone after a rebuild, and no search finds it', async () => {
  const at = await people();
  const maria = new MemberNamesQuery(inPerson(reader), [accountOf(rho, 'Maria De Rossi')], at);
  const shown = () => new MemberNamesHandler(models.door).execute(maria);
  const found = (text: string) =>
    new MemberSearchHandler(models.door).execute(new MemberSearchQuery(inPerson(reader), rho, text, 20, at));
  expect([...(await shown()).values()]).toMatchObject([{ number: 2, displayName: 'Maria De Rossi' }]);
  expect(await found('rossi')).toHaveLength(1);

  await keys.destroy([{ kind: 'person', id: idOf<PersonId>('Maria De Rossi') }]);
  vault.forget();
  expect(await models.rebuild(['member_directory'], { acceptDifferences: true })).toMatchObject({ switched: true });

  expect([...(await shown()).values()]).toMatchObject([{ number: 2 }]);
  expect([...(await shown()).values()][0]).not.toHaveProperty('displayName');
  expect(await found('rossi')).toEqual([]);
  expect(await found('rosa')).toHaveLength(1);
});
