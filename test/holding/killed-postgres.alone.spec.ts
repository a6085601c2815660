import { eventually, figure } from '#testing';
import { Asking } from './asking.js';
import { expectKept } from './kept.js';
import { killAndRestart } from './postgres-processes.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const kills = figure(3, 50);
const recoveryMsMax = 10_000;

let world: World;
beforeAll(async () => {
  world = await openWorld({ members: 40 });
}, 120_000);
afterAll(() => world.close(), 30_000);

test(
  'kill -9 of PostgreSQL under load: nothing acknowledged is lost, and the server recovers by itself',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    const asking = new Asking(world, (await world.startServer()).url);
    let running = Promise.resolve();
    const work = new Work(() => running.then(() => asking), town, luck);
    const recoveries: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      await work.goesOn(luck.between(50, 300));
      running = killAndRestart(world.postgres);
      await running;
      const back = performance.now();
      const written = work.goesOn(1).then(() => performance.now() - back);
      const read = written.then(() => eventually(() => asking.trial(town, work.lastPosition), recoveryMsMax));
      expect(await read).toMatchObject({ sumMinutes: 0 });
      recoveries.push(Math.round(performance.now() - back));
    }
    await work.goesOn(100);
    await work.end();

    expect(Math.max(...recoveries)).toBeLessThan(recoveryMsMax);
    const { records } = await expectKept(world, town, work, asking);
    const { size } = work.acknowledged;
    say('killed PostgreSQL', luck, {
      kills,
      recoveryMs: recoveries,
      acknowledged: size,
      askedAgain: work.asked - size,
      records,
    });
  },
  figure(180_000, 3_600_000),
);
