import { dirname } from 'node:path';
import { QueryBus } from '@nestjs/cqrs';
import type { BankId } from '#kernel';
import { EraseMembershipCommand, ErasePersonCommand, MemberNamesQuery } from '#membership';
import { bringBack, takeBackup } from '#testing';
import { verifyJournals } from '../cli/verify-journals.js';
import { ada, codeOf, commands, context, correlation, settings, startedAgain } from '../setting-up.example.js';
import { inJournalOf, tenMarkedPeople, type Marked } from './marked-people.example.js';
import { databaseFilesWithMark, filesWithMark, mark, onDatabase, tablesWithMark } from './marked-names.example.js';

let bank: BankId;
let marked: readonly Marked[];

const eraseAll = async (): Promise<void> => {
  for (const { person } of marked) {
    const key = `erase-${person}`;
    const done = await commands.execute(new ErasePersonCommand(person, 'cancella', { key, correlation }));
    expect(done).toMatchObject({ accepted: true, report: { keys: 2 } });
  }
};

const balances = () =>
  context.parts.readModels.everything(
    'select account_id, balance_minutes, entry_number from read.account_balance where bank_id = $1 order by 1',
    [bank],
  );

const verified = () =>
  verifyJournals({ store: context.parts.store, codec: context.parts.codec, readModels: context.parts.readModels });

beforeEach(async () => {
  ({ bank, marked } = await tenMarkedPeople());
}, 60_000);

test('ten marked names are nowhere after their erasure; the chain holds and no balance moves', async () => {
  const before = { balances: await balances(), verified: await verified() };
  expect(await tablesWithMark(settings.databaseUrl)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('person_name'),
      expect.stringContaining('exchange'),
      expect.stringContaining('account_limit'),
    ]),
  );
  expect(await databaseFilesWithMark(settings.databaseUrl)).not.toEqual([]);
  await eraseAll();

  expect(await tablesWithMark(settings.databaseUrl)).toEqual([]);
  expect(await filesWithMark(dirname(dirname(settings.erasureRegisterFile)))).toEqual([]);
  expect(await databaseFilesWithMark(settings.databaseUrl)).toEqual([]);
  expect(await balances()).toEqual(before.balances);
  const after = await verified();
  expect(after.difference).toBeUndefined();
  expect(after.entries).toBe(before.verified.entries);

  await context.parts.readModels.rebuild();
  expect(await tablesWithMark(settings.databaseUrl)).toEqual([]);
}, 120_000);

test('what signs a person in, waits to be sent or was read of them goes along', async () => {
  const [first] = marked;
  if (!first) throw new Error('nobody is marked');
  const { person, account } = first;
  const mail = { id: 'marked-mail', kind: 'test', to: { person }, language: 'it', facts: { name: mark } } as const;
  await context.parts.outbox.put(mail);
  const beside = [
    'identity.session',
    'identity.challenge',
    'identity.printed_code',
    'identity.provider_account',
    'identity.handover',
    'notifications.mail',
    'notifications.unwanted',
    'register.reading',
  ];
  await onDatabase(settings.databaseUrl, async (client) => {
    await client.query(
      `insert into identity.session values (gen_random_uuid(), $1, 'console', null, null, 'code', 'Firefox',
         sha256('secret'), 'salt', 0, now(), now(), now() + interval '1 day')`,
      [person],
    );
    await client.query(
      `insert into identity.challenge (id, address_mac, language, tries_left, status, expires_at, code_mac, person)
       values (gen_random_uuid(), sha256('address'), 'it', 5, 'open', now() + interval '10 minutes', sha256('code'), $1)`,
      [person],
    );
    await client.query(
      `insert into identity.provider_account values (sha256('account'), sha256('issuer'), $1, now())`,
      [person],
    );
    await client.query(
      `insert into identity.handover values (sha256('handover'), $1, $2, 'https://hub.example', 'challenge', now())`,
      [person, bank],
    );
    await client.query(`insert into notifications.unwanted values ($1, 'reminder')`, [person]);
    await client.query(`update notifications.mail set status = 'dead', ended_at = now(), reason = 'refused'`);
    await client.query(
      `insert into identity.printed_code values (sha256('code'), $1, $2, $3, 1, $1, 'open', now() + interval '1 day')`,
      [person, bank, account],
    );
    await client.query(
      `insert into register.reading (bank_id, account_id, reader_id, kind, minute) values ($1, $2, $3, 'statement', now())`,
      [bank, account, ada],
    );
  });
  expect(await tablesWith(beside, person, account)).toEqual(beside);
  const done = await commands.execute(new ErasePersonCommand(person, 'ERASE', { key: 'erasing-me', correlation }));
  expect(done).toMatchObject({ accepted: true });
  expect(await tablesWith(beside, person, account)).toEqual([]);
}, 60_000);

describe('whoever was erased since it was made is erased again, before anything is served, from', () => {
  test('a backup by pg_dump', async () => {
    const dumps = await takeBackup(settings.databaseUrl);
    expect(dumps.join('')).toContain('Dumped by pg_dump version');
    expect(dumps.join('').toLowerCase()).not.toContain(mark);
    await erasedAgainAfter(async (name) => {
      await onServer([`drop database ${name} with (force)`, `create database ${name} template template0`]);
      await bringBack(settings.databaseUrl, dumps);
    });
  }, 120_000);

  test('a copy of the whole database, views included', async () => {
    const old = await copied();
    await erasedAgainAfter(async (name) => {
      await onServer([`drop database ${name} with (force)`, `alter database ${old} rename to ${name}`]);
      expect(await tablesWithMark(settings.databaseUrl)).not.toEqual([]);
    });
  }, 120_000);
});

async function erasedAgainAfter(bringingBack: (database: string) => Promise<void>): Promise<void> {
  await eraseAll();
  const shown = await balances();
  const before = await verified();
  await startedAgain({}, async () => {
    await bringingBack(new URL(settings.databaseUrl).pathname.slice(1));
    expect(await keysOf()).toMatchObject({ membership: 10, person: 11 });
  });

  expect(await keysOf()).toEqual({ bank: 1, network: 1, person: 1 });
  await context.parts.readModels.waitFor(await context.parts.store.head());
  expect(await tablesWithMark(settings.databaseUrl)).toEqual([]);
  expect(await balances()).toEqual(shown);
  const after = await verified();
  expect([after.difference, after.entries]).toEqual([undefined, before.entries]);
}

/** How many keys there are, by whose they are. */
async function keysOf(): Promise<object> {
  const { rows } = await onDatabase(settings.databaseUrl, (client) =>
    client.query<{ kind: string; count: number }>(
      'select owner_kind as kind, count(*)::int from keys.data_key group by 1',
    ),
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

test('one membership by an administrator: the last of a person takes the person along, an hour of hers stays, nameless', async () => {
  const [first, second] = marked;
  if (!first || !second) throw new Error('nobody is marked');
  const command = {
    name: 'EraseMember',
    input: { account: first.account, ground: 'signed-wish', document: '12/2026' },
  } as const;
  const done = await commands.execute(new EraseMembershipCommand(inJournalOf(bank)(command, ada, 'erasing-one')));
  expect(done).toMatchObject({ accepted: true, report: { keys: 2 } });
  const again = await commands.execute(new EraseMembershipCommand(inJournalOf(bank)(command, ada, 'erasing-one')));
  expect(again).toMatchObject({ accepted: true, report: { keys: 0 } });

  const names = await context.app
    .get(QueryBus)
    .execute(new MemberNamesQuery({ person: second.person, powers: 'all' }, [first.account, second.account]));
  expect(names.get(first.account)).toEqual(expect.not.objectContaining({ personId: first.person }));
  expect(names.get(first.account)?.displayName).toBeUndefined();
  expect(names.get(second.account)?.displayName).toBe(`${mark} Nome1`);
}, 60_000);

test.each([
  { confirmation: '', code: 'ERASURE_NOT_CONFIRMED' },
  { confirmation: 'cancell', code: 'ERASURE_NOT_CONFIRMED' },
])(
  'nothing is begun without the word: "$confirmation"',
  async ({ confirmation, code }) => {
    const [first] = marked;
    if (!first) throw new Error('nobody is marked');
    const refused = await commands.execute(
      new ErasePersonCommand(first.person, confirmation, { key: 'erasing-me', correlation }),
    );
    expect(codeOf(refused)).toMatchObject({ code });
  },
  60_000,
);

/** The database as it stands, in another: what a backup holds of it. */
async function copied(): Promise<string> {
  const name = new URL(settings.databaseUrl).pathname.slice(1);
  const old = `${name}_old`;
  await startedAgain({}, () => onServer([`create database ${old} template ${name} strategy file_copy`]));
  return old;
}

function onServer(statements: readonly string[]): Promise<void> {
  const url = new URL(settings.databaseUrl);
  url.pathname = '/postgres';
  return onDatabase(url.href, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

/** Those of the tables in which some row names one of the ids. */
function tablesWith(tables: readonly string[], ...ids: readonly string[]): Promise<readonly string[]> {
  return onDatabase(settings.databaseUrl, async (client) => {
    const found: string[] = [];
    for (const table of tables) {
      const { rowCount } = await client.query(`select from ${table} t where t::text ~ $1 limit 1`, [ids.join('|')]);
      if (rowCount !== 0) found.push(table);
    }
    return found;
  });
}
