import { execFileSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { eventually } from '#testing';
import type { Town } from '../../bench/town.js';
import { Asking, Away, type Logging } from './asking.js';
import { expectKept } from './kept.js';
import { keepRecordsInPostgres } from './records-in-postgres.js';
import { chance, say, type Chance } from './seed.js';
import { smallDisk, type SmallDisk } from './small-disk.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

const refusalsMin = 50;
const fullMsMax = 60_000;

let world: World;
let disks: SmallDisk[];
beforeEach(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ members: 20 });
  disks = [];
}, 120_000);
afterEach(async () => {
  await world.close(() => {
    for (const disk of disks) disk.remove();
  });
}, 30_000);

/** undefined where nobody may mount one: then the run says that this check was not made. */
function disk(name: string, megabytes: number, luck: Chance): SmallDisk | undefined {
  const made = smallDisk(join(dirname(world.dataFolder), name), megabytes);
  if (typeof made !== 'string') {
    disks.push(made);
    return made;
  }
  expect(made).toMatch(/superuser|permission|not permitted|ENOENT/i);
  say(`full disk (${name})`, luck, { notChecked: 'no small disk is to be had', reason: made });
  return undefined;
}

test('the disk that holds the records fills: writes are refused for the moment, reads go on, and with space all goes on', async () => {
  const luck = chance();
  const small = disk('records', 1, luck);
  if (!small) return;
  const town = townOf(world);
  await asOwner(`create tablespace small location '${small.folder}'`);
  await asOwner('alter table events.record set tablespace small');
  const asking = new Asking(world, (await world.startServer()).url);
  const counting = counted(asking);
  const work = new Work(() => Promise.resolve(counting), town, luck);
  await eventually(() => {
    expect(counting.refusals()).toBeGreaterThan(refusalsMin);
  }, fullMsMax);
  const acknowledgedWhenFull = work.acknowledged.size;
  expect(await asking.trial(town)).toMatchObject({ sumMinutes: 0, whole: true });
  const refusals = counting.refusals();
  // Said by the writer, which knows that nothing was stored; a fault that happens to pass has other words.
  expect([...counting.words]).toEqual([expect.stringMatching(/non possiamo registrare|cannot record/)]);

  small.grow(64);
  await work.goesOn(100);
  await work.end();
  await expectKept(world, town, work, asking);
  say('full disk (records)', luck, { acknowledgedWhenFull, refusals, acknowledged: work.acknowledged.size });
}, 120_000);

test("the disk that holds PostgreSQL's own log fills and PostgreSQL falls: nothing acknowledged is lost, and with space all goes on", async () => {
  const luck = chance();
  const small = disk('log', 96, luck);
  if (!small) return;
  const town = townOf(world);
  await world.postgres.stop('fast');
  const log = join(dirname(world.dataFolder), 'postgres', 'pg_wal');
  cpSync(log, join(small.folder, 'pg_wal'), { recursive: true });
  execFileSync('chown', ['-R', 'postgres', small.folder]);
  renameSync(log, `${log}.before`);
  symlinkSync(join(small.folder, 'pg_wal'), log);
  await world.postgres.restart();
  const asking = new Asking(world, (await world.startServer()).url);
  const work = new Work(() => Promise.resolve(asking), town, luck);
  await work.goesOn(100);

  const filler = join(small.folder, 'filler');
  const { bavail, bsize } = statfsSync(small.folder);
  writeFileSync(filler, Buffer.alloc(bavail * bsize));
  await eventually(async () => {
    await asOwner('select pg_switch_wal()').catch(() => undefined);
    expect(world.postgres.pid).toBeUndefined();
  }, fullMsMax);
  const acknowledgedWhenFull = work.acknowledged.size;
  rmSync(filler);
  await world.postgres.restart();
  await work.goesOn(100);
  await work.end();
  await expectKept(world, town, work, asking);
  say('full disk (log)', luck, { acknowledgedWhenFull, acknowledged: work.acknowledged.size });
}, 180_000);

function townOf({ towns: [town] }: World): Town {
  if (!town) throw new Error('no town was built');
  return town;
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  client.on('error', () => undefined); // PostgreSQL may fall under it
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface Unavailable {
  readonly errors: readonly [{ readonly message: string }];
}

/** Counts what is refused for the moment; anything else that is not an answer stops the work. */
function counted(asking: Asking) {
  let refusals = 0;
  const words = new Set<string>();
  return {
    refusals: () => refusals,
    words,
    async log(logging: Logging) {
      try {
        return await asking.log(logging);
      } catch (error) {
        if (!(error instanceof Away) || !error.message.includes('UNAVAILABLE')) throw error;
        refusals += 1;
        words.add((JSON.parse(error.message) as Unavailable).errors[0].message);
        throw error;
      }
    },
  };
}
