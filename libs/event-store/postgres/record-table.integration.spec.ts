import { applicationPool, openPostgres, type OpenPostgres } from '../contract/open-postgres.js';
import { appendOf, freshStream } from '../contract/records.js';
import { refuseUnsafeSettings, UnsafeDatabaseSettings } from './refuse-unsafe-settings.js';

let opened: OpenPostgres;
beforeAll(async () => {
  opened = await openPostgres();
  await opened.store.append(appendOf(freshStream(), -1, 3));
});
afterAll(() => opened.close());

const changes = [
  "update events.record set record = 'x'",
  'delete from events.record',
  'truncate events.record',
  'update events.store set id = gen_random_uuid()',
  'delete from events.store',
];

describe('records stay as they are', () => {
  test.each(changes)('the application may not: %s', async (change) => {
    await expect(opened.pool.query(change)).rejects.toMatchObject({ code: '42501', message: /permission denied/ });
  });

  test.each(changes)('the owner is refused too: %s', async (change) => {
    await expect(opened.owner.query(change)).rejects.toMatchObject({
      code: '42501',
      message: /never changed or removed/,
    });
    expect(await opened.store.head()).toBe(3n);
  });

  test.each(['select from events.record', 'insert into events.record (position) values (9)'])(
    'tables are reached through functions alone: %s',
    async (query) => {
      await expect(opened.pool.query(query)).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('the projector reads and never writes', async () => {
    const client = await opened.owner.connect();
    await client.query('set role reciproca_projector');
    const { rows } = await client.query<{ head: string }>('select events.head() as head');
    expect(rows).toEqual([{ head: '3' }]);
    await expect(client.query("select events.append_stream('journal-x', -1, 0, '', '', '', 0)")).rejects.toMatchObject({
      code: '42501',
    });
    client.release(true);
  });

  test('bytes are kept as text', async () => {
    const { rows } = await opened.owner.query<{ data_type: string }>(
      "select data_type from information_schema.columns where table_schema = 'events' and column_name = 'record'",
    );
    expect(rows).toEqual([{ data_type: 'text' }]);
  });
});

describe('settings of the server', () => {
  test('one that loses hours is refused unless a test says otherwise', async () => {
    await opened.owner.query(`alter database ${new URL(opened.url).pathname.slice(1)} set synchronous_commit = off`);
    const later = applicationPool(opened.url);
    await expect(refuseUnsafeSettings(later)).rejects.toThrow(UnsafeDatabaseSettings);
    await expect(refuseUnsafeSettings(later)).rejects.toThrow(/synchronous_commit/);
    await expect(refuseUnsafeSettings(later, true)).resolves.toBeUndefined();
    await later.end();
  });
});
