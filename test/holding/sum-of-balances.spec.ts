import { figure } from '#testing';
import { Asking } from './asking.js';
import { expectKept } from './kept.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const reads = figure(400, 20_000);
const readers = 4;

let world: World;
beforeAll(async () => {
  world = await openWorld({ members: 40 });
}, 120_000);
afterAll(() => world.close(), 30_000);

test(
  'the sum of balances is zero at every read under load',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    const asking = new Asking(world, (await world.startServer()).url);
    const work = new Work(() => Promise.resolve(asking), town, luck);
    await work.goesOn(1);
    const read = async () => {
      const trials = [];
      for (let n = 0; n < reads / readers; n += 1) trials.push(await asking.trial(town));
      return trials;
    };
    const trials = (await Promise.all(Array.from({ length: readers }, read))).flat();
    await work.end();

    expect(trials.filter(({ sumMinutes, whole }) => sumMinutes !== 0 || !whole)).toEqual([]);
    const states = new Set(trials.map(({ entries }) => entries)).size;
    expect(states).toBeGreaterThan(20);
    const { entries } = await expectKept(world, town, work, asking);
    say('sum of balances', luck, { reads: trials.length, differentStates: states, entries });
  },
  figure(120_000, 3_600_000),
);
