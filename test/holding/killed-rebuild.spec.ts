import { figure } from '#testing';
import { Asking } from './asking.js';
import { deadlyAt, whileRebuilding } from './failpoints.js';
import { expectKept } from './kept.js';
import { run } from './programs.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const rebuilds = figure(1, 20);

let world: World;
beforeAll(async () => {
  world = await openWorld({ members: 20 });
}, 120_000);
afterAll(() => world.close(), 30_000);

test(
  'kill -9 of a rebuild at its switch, under load: members are served on, and the next rebuild equals what was written live',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    const asking = new Asking(world, (await world.startServer()).url);
    const work = new Work(() => Promise.resolve(asking), town, luck);
    for (const place of whileRebuilding) {
      await work.goesOn(50);
      expect(await run('rebuild', [], world, deadlyAt(place, 1))).toMatchObject({ signal: 'SIGKILL' });
      expect(await asking.trial(town)).toMatchObject({ sumMinutes: 0, whole: true });
    }
    for (let rebuild = 0; rebuild < rebuilds; rebuild += 1) {
      const { code, said } = await run('rebuild', [], world);
      expect(said).toContain('The new versions serve.');
      expect([code, said.includes('not the same')]).toEqual([0, false]);
    }
    await work.end();

    const { records } = await expectKept(world, town, work, asking);
    expect(await run('verify', [], world)).toMatchObject({ code: 0 });
    say('killed rebuild', luck, { kills: whileRebuilding.length, rebuilds, records });
  },
  figure(120_000, 600_000),
);
