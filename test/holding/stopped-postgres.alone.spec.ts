import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '#testing';
import { Asking } from './asking.js';
import { expectKept } from './kept.js';
import { killAndRestart, standStill } from './postgres-processes.js';
import { keepRecordsInPostgres } from './records-in-postgres.js';
import { chance, say } from './seed.js';
import { Work, workers } from './work.js';
import { openWorld, type World } from './world.js';

/** PostgreSQL stands still in the midst of its work, or before it is given any. */
const stops = ['busy', 'idle', 'busy', 'idle'] as const;
const turns = 20;
/** This is no waiting for something: it is how long nothing may come. */
const silenceMs = 300;

let world: World;
beforeAll(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ members: 40 });
}, 120_000);
afterAll(() => world.close(), 30_000);

test('no answer leaves the server while PostgreSQL stands still, and what was answered outlives both', async () => {
  const luck = chance();
  const [town] = world.towns;
  if (!town) throw new Error('no town was built');
  let server = await world.startServer();
  const { url } = server;
  const asking = new Asking(world, url);
  let open: Promise<unknown> = Promise.resolve();
  const work = new Work(() => open.then(() => asking), town, luck);
  const killBoth = async (): Promise<void> => {
    await server.kill();
    await killAndRestart(world.postgres);
    server = await world.startServer({ PORT: new URL(url).port });
  };
  const early: string[] = [];
  for (const stop of stops) {
    await work.goesOn(luck.between(50, 200));
    const before = (stop === 'idle' ? nobodyWaits(work) : Promise.resolve()).then(() => stopped(work));
    // Whoever is held until then sends what nobody can make durable.
    if (stop === 'idle') open = before;
    try {
      early.push(...(await answeredSince(await before, work, url)));
    } finally {
      open = killBoth();
      await open;
    }
  }
  await work.goesOn(100);
  await work.end();

  expect(early).toEqual([]);
  const { records } = await expectKept(world, town, work, asking);
  const { size } = work.acknowledged;
  say('stopped PostgreSQL', luck, { stops: stops.length, acknowledged: size, askedAgain: work.asked - size, records });
}, 180_000);

/** Keys at the moment when PostgreSQL stood still. */
interface Before {
  readonly acknowledged: ReadonlySet<string>;
  readonly unanswered: ReadonlySet<string>;
}

function nobodyWaits({ unanswered }: Work): Promise<void> {
  return eventually(() => {
    if (unanswered.size > 0) throw new Error(`${String(unanswered.size)} requests have no answer`);
  });
}

async function stopped({ acknowledged, unanswered }: Work): Promise<Before> {
  await standStill(world.postgres);
  return { acknowledged: new Set(acknowledged.keys()), unanswered: new Set(unanswered) };
}

/**
 * Keys that were answered although nothing could become durable. What PostgreSQL said before it stood still may be on its
 * way, to requests of before: the server takes some turns to pass it on.
 */
async function answeredSince(
  before: Before,
  { acknowledged, unanswered }: Work,
  url: string,
): Promise<readonly string[]> {
  await eventually(() => {
    if (unanswered.size < workers) throw new Error(`${String(unanswered.size)} requests have no answer`);
  });
  for (let turn = 0; turn < turns; turn += 1) await fetch(`${url}/health/live`);
  const durable = new Set(before.acknowledged);
  for (const key of acknowledged.keys()) if (before.unanswered.has(key)) durable.add(key);
  await pause(silenceMs);
  return [...acknowledged.keys()].filter((key) => !durable.has(key));
}
