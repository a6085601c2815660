import { Asking, newKey, type Logging } from './asking.js';
import { readBooks } from './books.js';
import { chance, say } from './seed.js';
import { openWorld, type World } from './world.js';

const times = 50;

let world: World;
beforeAll(async () => {
  world = await openWorld({ members: 10 });
}, 120_000);
afterAll(() => world.close(), 30_000);

test('one key 50 times at once, and again after a restart: one event, one answer', async () => {
  const luck = chance();
  const [town] = world.towns;
  if (!town) throw new Error('no town was built');
  const [provider, receiver] = [luck.oneOf(town.members.slice(0, 5)), luck.oneOf(town.members.slice(5))];
  const logging: Logging = { town, key: newKey(), provider, receiver, minutes: 15 * luck.between(1, 8) };
  const other = { ...logging, minutes: logging.minutes + 15 };
  const manyTimes = (asking: Asking) => Promise.all(Array.from({ length: times }, () => asking.logAsItComes(logging)));

  const server = await world.startServer();
  const asking = new Asking(world, server.url);
  const before = await manyTimes(asking);
  const conflict = await asking.log(other);
  await server.stop();
  const again = new Asking(world, (await world.startServer()).url);
  const after = await manyTimes(again);

  const answers = new Set([...before, ...after].map(({ status, body }) => `${String(status)} ${body}`));
  expect([...answers]).toEqual([expect.stringMatching(/^200 .*"state":"POSTED"},"userErrors":\[\],"position":"/)]);
  for (const refused of [conflict, await again.log(other)]) {
    expect(refused).toEqual({ exchange: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }], position: null });
  }
  expect((await readBooks(world.databaseUrl, town)).entries).toBe(1);
  say('one command', luck, { asked: 2 * times, answers: answers.size, events: 1 });
}, 120_000);
