import pg from 'pg';
import { eventually, figure } from '#testing';
import { Asking, type Logging } from './asking.js';
import { startWeighedServer } from './held.js';
import { expectKept } from './kept.js';
import { Patient } from './patient.js';
import { keepRecordsInPostgres } from './records-in-postgres.js';
import { chance, say } from './seed.js';
import { Work } from './work.js';
import { openWorld, type World } from './world.js';

/** More than a writer lets wait and one flush holds. Long notes make few commands a flush, so that few clients are enough. */
const clients = 2_400;
const note = 'x'.repeat(2_000);
const waitMs = 500;
const flushSeconds = 6;
const answeredMin = figure(200, 4_000);
const overloadMin = 10;
const refusedMsMax = 2_000;
/** The last 8,192 records stay in memory for the views' reader, 18 kB each with such a note: where many more are accepted, they are there before. */
const acceptedBefore = figure(0, 13_000);
/** Garbage apart. Who kept the two thousand letters of each refused note would hold more after a few thousand refusals. */
const grownMegabytesMax = 8;
const overMsMax = figure(120_000, 1_200_000);

let world: World;
let owner: pg.Client;
beforeAll(async () => {
  keepRecordsInPostgres();
  world = await openWorld({ members: 40 });
  owner = new pg.Client({ connectionString: world.databaseUrl });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await world.close();
}, 30_000);

test(
  'ten times what PostgreSQL takes: the surplus is told fast to try again, in flat memory, and what was accepted is kept',
  async () => {
    const luck = chance();
    const [town] = world.towns;
    if (!town) throw new Error('no town was built');
    const { url, held } = await startWeighedServer(world);
    const asking = new Asking(world, url);
    const patient = new Patient(asking, waitMs);
    const noted = { log: (logging: Logging) => patient.log({ ...logging, note }) };
    const work = new Work(() => Promise.resolve(noted), town, luck, clients, overMsMax);
    await work.goesOn(acceptedBefore);
    await owner.query(`create function slow() returns trigger language plpgsql as
      $$ begin perform pg_sleep(${String(flushSeconds)}); return null; end $$;
      create trigger slow before insert on events.record for each statement execute function slow()`);
    await eventually(() => {
      expect(patient.answered).toBeGreaterThan(1);
      expect(patient.refusedMs.length).toBeGreaterThan(0);
    }, overMsMax);
    patient.begin();
    const before = await held();
    await eventually(() => {
      expect(patient.answered).toBeGreaterThanOrEqual(answeredMin);
    }, overMsMax);
    const { refusedMs, answered } = patient;
    const after = await held();
    await owner.query('drop trigger slow on events.record');
    await work.end();

    await expectKept(world, town, work, asking);
    const refusedP99Ms = Math.round(refusedMs.toSorted((a, b) => a - b)[Math.floor(refusedMs.length * 0.99)] ?? 0);
    const refused = refusedMs.length;
    const megabytes = [before, after].map((bytes) => Math.round(bytes / 100_000) / 10);
    say('overload', luck, { clients, answered, refused, refusedP99Ms, megabytes });
    expect((refused + answered) / answered).toBeGreaterThan(overloadMin);
    expect((after - before) / 1_000_000).toBeLessThan(grownMegabytesMax);
    expect(refusedP99Ms).toBeLessThan(refusedMsMax);
  },
  figure(180_000, 1_800_000),
);
