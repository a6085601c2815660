import { figure } from '#testing';
import type { Town } from '../../bench/town.js';
import { Asking } from './asking.js';
import { everyFlushOnce, everything, keepBack } from './keeping-back.js';
import { expectKept } from './kept.js';
import { keepRecordsInPostgres } from './records-in-postgres.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const commands = 1_000;
/** Who works alone has a flush of his own for each command. */
const workers = figure(16, 1);

let world: World;
beforeAll(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ towns: 2, members: 20 });
}, 120_000);
afterAll(() => world.close(), 30_000);

function townOf(index: number): Town {
  const town = world.towns[index];
  if (!town) throw new Error('no town was built');
  return town;
}

test(
  'cut between PostgreSQL and the server after the COMMIT: every command ends with one exchange',
  async () => {
    const luck = chance();
    const town = townOf(0);
    const between = await keepBack(world.databaseUrl, everyFlushOnce());
    const server = await world.startServer({ DATABASE_URL: between.url });
    const asking = new Asking(world, server.url);
    const work = new Work(() => Promise.resolve(asking), town, luck, workers);
    await work.goesOn(commands);
    await work.end();
    await expectKept(world, town, work, asking);
    await server.stop();
    await between.close();

    const { size } = work.acknowledged;
    expect(between.cuts()).toBeGreaterThanOrEqual(size / workers);
    say('answers of PostgreSQL cut', luck, {
      commands: size,
      flushesCut: between.cuts(),
      askedAgainByClients: work.asked - size,
    });
  },
  figure(120_000, 600_000),
);

test('cut between the server and a client before the answer: the same asked again is answered, with one exchange', async () => {
  const luck = chance();
  const town = townOf(1);
  const server = await world.startServer();
  const between = await keepBack(server.url, everything);
  const [deaf, asking] = [new Asking(world, between.url), new Asking(world, server.url)];
  const heard: string[] = [];
  /** Asks where no answer comes through first. */
  const cutOnce = {
    async log(logging: Parameters<Asking['log']>[0]) {
      const first = await deaf.logAsItComes(logging).catch(() => undefined);
      if (first) heard.push(first.body);
      return asking.log(logging);
    },
  };
  const work = new Work(() => Promise.resolve(cutOnce), town, luck);
  await work.goesOn(commands);
  await work.end();
  await between.close();

  const { size } = work.acknowledged;
  expect(heard).toEqual([]);
  expect(between.cuts()).toBe(size);
  await expectKept(world, town, work, asking);
  say('answers to clients cut', luck, { commands: size, answersCut: between.cuts() });
}, 120_000);
