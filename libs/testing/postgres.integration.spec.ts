import { testDatabase } from './postgres.js';

const migrations = [{ name: '0001-lamp', up: 'create table lamp (id int primary key); insert into lamp values (1)' }];

describe('a database for a test', () => {
  test('has the migrations, the roles and nothing of its neighbours', async () => {
    const first = await testDatabase({ migrations });
    const second = await testDatabase({ migrations });
    await first.pool.query('insert into lamp values (2)');

    const { rows } = await second.pool.query('select id from lamp');
    const { rows: roles } = await second.pool.query(
      "select rolname from pg_roles where rolname like 'reciproca_%' order by 1",
    );

    expect(rows).toEqual([{ id: 1 }]);
    expect(roles).toEqual([{ rolname: 'reciproca_app' }, { rolname: 'reciproca_projector' }]);
    await Promise.all([first.drop(), second.drop()]);
  });

  test('is gone when dropped, also while somebody is connected', async () => {
    const gone = await testDatabase();
    const other = await testDatabase();
    await gone.drop();

    const { rowCount } = await other.pool.query('select from pg_database where datname = $1', [
      new URL(gone.url).pathname.slice(1),
    ]);

    expect(rowCount).toBe(0);
    await other.drop();
  });
});
