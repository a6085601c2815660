import { openEventStoreDb } from '#event-store';
import { eventually, figure } from '#testing';
import { Asking } from './asking.js';
import { startEventStoreServer, type EventStoreServer } from './event-store-server.js';
import { expectKept } from './kept.js';
import { chance, say } from './seed.js';
import { Work, workers } from './work.js';
import { openWorld, type World } from './world.js';

const kills = figure(3, 20);
const startMsMax = 60_000;
/** From when the server of the records answers again. */
const recoveryMsMax = 10_000;

let records: EventStoreServer;
let world: World;
beforeAll(async () => {
  records = await startEventStoreServer();
  process.env['EVENT_STORE_URL'] = records.url;
  await serving();
  world = await openWorld({ members: 40 });
}, 180_000);
afterAll(async () => {
  await world.close();
  await records.stop();
}, 60_000);

test(
  'kill -9 of EventStoreDB under load: nothing acknowledged is lost, and the server goes on by itself once it is back',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    const asking = new Asking(world, (await world.startServer()).url);
    const work = new Work(() => Promise.resolve(asking), town, luck);
    const recoveries: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      await work.goesOn(luck.between(50, 300));
      await records.kill();
      await eventually(() => {
        expect(work.unanswered.size).toBe(workers);
      });
      await records.restart();
      await serving();
      const back = performance.now();
      await work.goesOn(1);
      const trial = await eventually(() => asking.trial(town, work.lastPosition), recoveryMsMax);
      expect(trial).toMatchObject({ sumMinutes: 0 });
      recoveries.push(Math.round(performance.now() - back));
    }
    await work.goesOn(100);
    await work.end();

    expect(Math.max(...recoveries)).toBeLessThan(recoveryMsMax);
    const { records: kept } = await expectKept(world, town, work, asking);
    const { size } = work.acknowledged;
    say(`killed ${records.kind}`, luck, {
      kills,
      recoveryMs: recoveries,
      acknowledged: size,
      askedAgain: work.asked - size,
      records: kept,
    });
  },
  figure(300_000, 3_600_000),
);

/** A server that starts answers nothing yet, or only that it is not ready. */
async function serving(): Promise<void> {
  await eventually(async () => {
    const store = await openEventStoreDb(records.url);
    await store.head().finally(() => store.close());
  }, startMsMax);
}
