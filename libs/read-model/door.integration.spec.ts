import { inPerson, type PersonId } from '#kernel';
import { RecordList, idOf, journalOf, testDatabase, type TestDatabase } from '#testing';
import { lamps, lampView, type LampEvent } from './lamps.example.js';
import { readModelMigrations } from './read-model.migration.js';
import { ReadModels } from './read-models.js';

const people = Array.from({ length: 50 }, (_, n) => idOf<PersonId>(n + 100));

let database: TestDatabase;
let models: ReadModels;
let at: bigint;

beforeAll(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  const list = new RecordList();
  const log = { warn: () => undefined };
  models = await ReadModels.open({
    databaseUrl: database.url,
    views: [lampView],
    store: list,
    codec: list.codec,
    vault: list.vault,
    log,
    connectionsMax: 1,
  });
  models.start();
  at = list.happened(
    ...people.map((owner) => ({
      stream: journalOf(idOf(1)),
      event: { type: 'LampLit', data: { lamp: owner, owner, watts: 1 } } satisfies LampEvent,
    })),
  );
  await models.waitFor(at);
});
afterAll(async () => {
  await models.close();
  await database.drop();
});

interface Lamp {
  readonly ownerId: PersonId;
}

describe('the door', () => {
  const everyLamp = { sql: 'select l.owner_id as "ownerId" from read.lamp l', params: [] } as const;

  test.each([
    ['one after the other', () => models.door.from(lamps, 'l')],
    ['many in one batch', () => ({ ...everyLamp, quick: true }) as const],
  ])(
    'shows each reader the own rows, over 10,000 alternating requests on one connection, %s',
    async (_, lampsOf) => {
      const all = lampsOf();
      const asked = Array.from({ length: 10_000 }, (_, n) => people[(n * 7) % people.length] ?? idOf<PersonId>(0));
      const leaks: string[] = [];
      for (let from = 0; from < asked.length; from += 500) {
        await Promise.all(
          asked.slice(from, from + 500).map(async (reader) => {
            const rows = await models.door.read<Lamp>(inPerson(reader), all);
            if (rows.length !== 1 || rows[0]?.ownerId !== reader) leaks.push(`${reader}: ${JSON.stringify(rows)}`);
          }),
        );
      }

      expect(leaks).toEqual([]);
    },
    30_000,
  );

  test('shows nothing without a reader: the settings end with each statement', async () => {
    await models.door.read(inPerson(idOf(100)), models.door.from(lamps, 'l'));
    const client = await database.pool.connect();
    await client.query('set role reciproca_app');
    const { rows } = await client.query('select * from read.lamp_v1');
    await client.query('reset role');
    client.release();

    expect(rows).toEqual([]);
  });

  test('shows a process of the system’s no row of anybody’s', async () => {
    expect(await models.door.readAsNobody(models.door.from(lamps, 'l'))).toEqual([]);
  });

  test('asks no policy before the settings stand, however the planner turns the query', async () => {
    const reader = idOf<PersonId>(103);
    const sql = `select l.owner_id as "ownerId" from read.lamp l where l.watts < $1 and exists
      (select from read.lamp other where other.owner_id = l.owner_id) order by l.lamp desc limit 5`;
    for (let n = 0; n < 12; n += 1) {
      expect(await models.door.read<Lamp>(inPerson(reader), { sql, params: [5] })).toEqual([{ ownerId: reader }]);
    }
  });

  test('lets the application neither write read models nor set the registry', async () => {
    const client = await database.pool.connect();
    await client.query('set role reciproca_app');
    await expect(client.query('delete from read.lamp_v1')).rejects.toThrow('permission denied');
    await expect(client.query('update read.progress set position = 0')).rejects.toThrow('permission denied');
    await client.query('reset role');
    client.release();
  });

  test('answers a view that is still being built with a refusal to be tried again', async () => {
    await expect(
      models.door.read(inPerson(idOf(1)), { sql: 'select * from read.unbuilt', params: [] }),
    ).rejects.toMatchObject({
      code: 'NOT_YET_VISIBLE',
    });
  });
});
