import { eventually, figure } from '#testing';
import { Asking } from './asking.js';
import { ConnectionCount } from './connections.js';
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
/** Ten of the writers, eight of the readers, the projector's, and the one that listens for destroyed keys. */
const connectionsMax = 20;

let world: World;
let counted: ConnectionCount | undefined;
beforeAll(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ members: 40 });
}, 120_000);
afterEach(() => counted?.end());
afterAll(() => world.close(), 30_000);

test(
  'hundreds of clients come back at once after PostgreSQL was killed: all are answered within 10 s, over no more connections than its pools hold',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    const asking = new Asking(world, (await world.startServer()).url);
    const patient = new Patient(asking, waitMs);
    const work = new Work(() => Promise.resolve(patient), town, luck, clients);
    counted = new ConnectionCount(world.databaseUrl);
    await work.goesOn(2 * clients);
    const before = await counted.take();
    const recoveries: number[] = [];
    const during: (typeof before)[] = [];
    for (let storm = 0; storm < storms; storm += 1) {
      await killAndRestart(world.postgres);
      const back = performance.now();
      const waiting = new Set(work.unanswered);
      await eventually(() => {
        const left = [...waiting].filter((key) => !work.acknowledged.has(key));
        if (left.length > 0) throw new Error(`${String(left.length)} clients still have no answer`);
      }, recoveryMsMax);
      recoveries.push(Math.round(performance.now() - back));
      await work.goesOn(clients);
      during.push(await counted.take());
    }
    await work.end();

    expect([before, ...during].filter(({ most }) => most > connectionsMax)).toEqual([]);
    const { records } = await expectKept(world, town, work, asking);
    say('reconnect storm', luck, {
      clients,
      storms,
      recoveryMs: recoveries,
      connectionsBefore: before,
      connections: during,
      acknowledged: work.acknowledged.size,
      records,
    });
  },
  figure(120_000, 900_000),
);
