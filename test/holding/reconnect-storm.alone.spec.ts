import pg from 'pg';
import { eventually, figure } from '#testing';
import { Asking } from './asking.js';
import { expectKept } from './kept.js';
import { Patient } from './patient.js';
import { killAndRestart } from './postgres-processes.js';
import { keepRecordsInPostgres } from './records-in-postgres.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const clients = figure(200, 1_000);
const waitMs = 100;
const storms = figure(2, 20);
const recoveryMsMax = 10_000;
/** Ten of the writers, eight of the readers, the projector's, the one that listens for destroyed keys, and this test's. */
const connectionsMax = 21;

let world: World;
beforeAll(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ members: 40 });
}, 120_000);
afterAll(() => world.close(), 30_000);

test(
  'hundreds of clients come back at once after PostgreSQL was killed: all are answered within 10 s, over no more connections than before',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    const asking = new Asking(world, (await world.startServer()).url);
    const patient = new Patient(asking, waitMs);
    const work = new Work(() => Promise.resolve(patient), town, luck, clients);
    const recoveries: number[] = [];
    const connections: number[] = [];
    for (let storm = 0; storm < storms; storm += 1) {
      await work.goesOn(clients);
      await killAndRestart(world.postgres);
      const back = performance.now();
      const waiting = new Set(work.unanswered);
      await eventually(() => {
        const left = [...waiting].filter((key) => !work.acknowledged.has(key));
        if (left.length > 0) throw new Error(`${String(left.length)} clients still have no answer`);
      }, recoveryMsMax);
      recoveries.push(Math.round(performance.now() - back));
      connections.push(await connectionsNow());
    }
    await work.end();

    expect(connections.filter((many) => many > connectionsMax)).toEqual([]);
    const { records } = await expectKept(world, town, work, asking);
    say('reconnect storm', luck, {
      clients,
      storms,
      recoveryMs: recoveries,
      connections,
      acknowledged: work.acknowledged.size,
      records,
    });
  },
  figure(120_000, 900_000),
);

async function connectionsNow(): Promise<number> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ many: number }>(
    `select count(*)::int as many from pg_stat_activity where backend_type = 'client backend'`,
  );
  await client.end();
  return rows[0]?.many ?? 0;
}
