import { cpSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bringBack, figure, takeBackup } from '#testing';
import { startTestPostgres } from '../setup/test-postgres.mjs';
import { Asking } from './asking.js';
import { readBooks, sum } from './books.js';
import { lendToPostgres, shownIn } from './copies.js';
import { expectKept } from './kept.js';
import { run } from './programs.js';
import { keepRecordsInPostgres } from './records-in-postgres.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const exchanges = figure(300, 20_000);

type Cluster = Awaited<ReturnType<typeof startTestPostgres>>;

let world: World;
let clusters: readonly Cluster[];
beforeAll(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ members: 20 });
  clusters = [await startTestPostgres({ temporary: false }), await startTestPostgres({ temporary: false })];
}, 120_000);
afterAll(async () => {
  await world.close();
  for (const { stop } of clusters) await stop();
}, 30_000);

test(
  'pg_dump, under load and at rest, into another cluster: all is there, the chain is valid, the views are the same; and a cold copy',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    const [underLoad, atRest] = clusters.map(({ postgres }) => postgres.databaseUrl);
    if (!town || underLoad === undefined || atRest === undefined) throw new Error('nothing was built');
    const folder = dirname(world.dataFolder);
    const server = await world.startServer();
    const asking = new Asking(world, server.url);
    const work = new Work(() => Promise.resolve(asking), town, luck);
    await work.goesOn(exchanges);
    const moving = await takeBackup(world.databaseUrl);
    await work.goesOn(exchanges);
    await work.end();
    await asking.trial(town, work.lastPosition);
    const still = await takeBackup(world.databaseUrl);
    const shown = await shownIn(world.databaseUrl);
    await server.stop();

    await bringBack(underLoad, moving);
    await bringBack(atRest, still);
    for (const url of [underLoad, atRest]) {
      expect(await run('verify', [], { ...world, databaseUrl: url })).toMatchObject({ code: 0 });
    }
    const { entries, balances } = await readBooks(underLoad, town);
    expect([entries >= exchanges, entries < work.acknowledged.size, sum(balances.values())]).toEqual([true, true, 0]);
    const copy = await world.startServer({ DATABASE_URL: atRest });
    const { records } = await expectKept({ ...world, databaseUrl: atRest }, town, work, new Asking(world, copy.url));
    expect(await shownIn(atRest)).toEqual(shown);
    expect(Object.keys(shown).length).toBeGreaterThan(5);
    say('copied cluster', luck, {
      records,
      entriesCopiedUnderLoad: entries,
      views: Object.keys(shown).length,
    });

    await world.postgres.stop('fast');
    const cluster = join(folder, 'postgres');
    renameSync(cluster, `${cluster}.before`);
    cpSync(`${cluster}.before`, cluster, { recursive: true, preserveTimestamps: true });
    lendToPostgres(cluster);
    await world.postgres.restart();
    const cold = await world.startServer();
    await expectKept(world, town, work, new Asking(world, cold.url));
    expect(await shownIn(world.databaseUrl)).toEqual(shown);
  },
  figure(180_000, 900_000),
);
