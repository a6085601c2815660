import { figure } from '#testing';
import { Asking } from './asking.js';
import { deadlyAt, underLoad, whileStopping, type Failpoint } from './failpoints.js';
import { expectKept } from './kept.js';
import { keepRecordsInPostgres } from './records-in-postgres.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const kills = figure(2, 30);
const recoveryMsMax = 5_000;
/** A stream that grew by so much leaves a snapshot when its server stops. */
const enoughForASnapshot = 60;

let world: World;
beforeAll(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ towns: underLoad.length + whileStopping.length, members: 12 });
}, 120_000);
afterAll(() => world.close(), 30_000);

const places = [
  ...underLoad.map((failpoint) => ({ ...failpoint, stopping: false })),
  ...whileStopping.map((failpoint) => ({ ...failpoint, stopping: true })),
];

test.each(places.map((place, index) => ({ ...place, index })))(
  'kill -9 $name: nothing acknowledged is lost, no batch is half there, and it serves again within 5 s',
  async (place) => {
    const luck = chance();
    const town = world.towns[place.index];
    if (!town) throw new Error('no town was built');
    const times = () => (place.stopping ? 1 : luck.between(5, 60));
    let server = startDeadly(place, times());
    const { url } = await server;
    const { port } = new URL(url);
    const asking = new Asking(world, url);
    const work = new Work(() => server.then(() => asking), town, luck);
    const recoveries: number[] = [];
    for (let kill = 1; kill <= kills; kill += 1) {
      const deadly = await server;
      if (place.stopping) {
        await work.goesOn(enoughForASnapshot);
        void deadly.stop();
      }
      expect(await deadly.ended).toBe('SIGKILL');
      const ended = performance.now();
      server = kill < kills ? startDeadly(place, times(), port) : world.startServer({ PORT: port });
      await work.goesOn(1);
      recoveries.push(Math.round(performance.now() - ended));
    }
    await work.goesOn(50);
    await work.end();
    await expectKept(world, town, work, asking);
    await (await server).stop();
    expect(recoveries.filter((ms) => ms > recoveryMsMax)).toEqual([]);
    say(`killed ${place.name}`, luck, {
      kills,
      recoveryMs: recoveries,
      acknowledged: work.acknowledged.size,
      askedAgain: work.asked - work.acknowledged.size,
    });
  },
  figure(120_000, 600_000),
);

function startDeadly(failpoint: Failpoint, times: number, port = '0') {
  const { flags, env } = deadlyAt(failpoint, times);
  return world.startServer({ PORT: port, ...env }, flags);
}
