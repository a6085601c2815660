import { figure } from '#testing';
import { Asking } from './asking.js';
import { expectKept } from './kept.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const kills = figure(10, 200);

let world: World;
beforeAll(async () => {
  world = await openWorld({ members: 40 });
}, 120_000);
afterAll(() => world.close(), 30_000);

test(
  'kill -9 of the server under load: nothing acknowledged is lost',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    let server = world.startServer();
    const { url } = await server;
    const asking = new Asking(world, url);
    const work = new Work(() => server.then(() => asking), town, luck);
    for (let kill = 0; kill < kills; kill += 1) {
      await work.goesOn(luck.between(10, 80));
      const killed = (await server).kill();
      server = killed.then(() => world.startServer({ PORT: new URL(url).port }));
    }
    await work.goesOn(50);
    await work.end();

    const { records } = await expectKept(world, town, work, asking);
    const { size } = work.acknowledged;
    say('killed server', luck, { kills, acknowledged: size, askedAgain: work.asked - size, records });
  },
  figure(180_000, 3_600_000),
);
