import { figure } from '#testing';
import { Asking, newKey, type Logging } from './asking.js';
import { readBooks } from './books.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const times = 50;
const others = figure(2_000, 100_000);

let world: World;
beforeAll(async () => {
  world = await openWorld({ members: 10 });
}, 120_000);
afterAll(() => world.close(), 30_000);

test(
  'one key 50 times at once, after a restart, after thousands of others and after a kill: one event, one answer',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    const [provider, receiver] = [luck.oneOf(town.members.slice(0, 5)), luck.oneOf(town.members.slice(5))];
    const logging: Logging = { town, key: newKey(), provider, receiver, minutes: 15 * luck.between(1, 8) };
    const other = { ...logging, minutes: logging.minutes + 15 };
    const manyTimes = (asking: Asking) =>
      Promise.all(Array.from({ length: times }, () => asking.logAsItComes(logging)));

    const first = await world.startServer();
    const answers = await manyTimes(new Asking(world, first.url));
    const conflicts = [await new Asking(world, first.url).log(other)];
    await first.stop();

    const second = await world.startServer();
    const asking = new Asking(world, second.url);
    answers.push(...(await manyTimes(asking)));
    const work = new Work(() => Promise.resolve(asking), town, luck);
    await work.goesOn(others);
    await work.end();
    answers.push(...(await manyTimes(asking)));
    conflicts.push(await asking.log(other));
    await second.kill();

    const third = new Asking(world, (await world.startServer()).url);
    answers.push(...(await manyTimes(third)));
    conflicts.push(await third.log(other));

    const different = new Set(answers.map(({ status, body }) => `${String(status)} ${body}`));
    expect([...different]).toEqual([expect.stringMatching(/^200 .*"state":"POSTED"},"userErrors":\[\],"position":"/)]);
    const conflict = { exchange: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }], position: null };
    expect(conflicts).toEqual([conflict, conflict, conflict]);
    const { size } = work.acknowledged;
    expect((await readBooks(world.databaseUrl, town)).entries).toBe(1 + size);
    say('one command', luck, { asked: answers.length, others: size, answers: different.size, events: 1 });
  },
  figure(120_000, 900_000),
);
