import { setTimeout as pause } from 'node:timers/promises';
import type { Batch, Position } from '#kernel';
import { RecordList, eventually, testDatabase, type TestDatabase } from '#testing';
import { Fenced } from './advance.js';
import { connect } from './connection.js';
import { dimmed, lampView, lit, milan } from './lamps.example.js';
import { keepUp } from './live-projector.js';
import { PostgresTables, projectorLock } from './postgres-tables.js';
import type { View } from './projection.js';
import { readModelMigrations } from './read-model.migration.js';
import { ReadModels, type ReadModelOptions } from './read-models.js';

let database: TestDatabase;
let list: RecordList;
let ends: (() => Promise<void>)[];

beforeEach(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  list = new RecordList();
  ends = [];
});
afterEach(async () => {
  await Promise.all(ends.map((end) => end()));
  await database.drop();
});

/** Hears why a projector stopped and started again. */
const hearing = (stops: unknown[]): ReadModelOptions['log'] => ({
  warn: ({ err }: { readonly err?: unknown }) => void stops.push(err),
});

async function open(stops: unknown[], view: View = lampView, store: RecordList = list): Promise<ReadModels> {
  const { codec, vault } = list;
  const models = await ReadModels.open({
    ...{ databaseUrl: database.url, views: [view], log: hearing(stops) },
    ...{ store, codec, vault },
  });
  ends.push(() => models.close());
  return models;
}

/** Starts a projector that holds itself to be the one that leads, as one does that lost its lock and was not told. */
function startWithoutLock(store: RecordList, stops: unknown[]): void {
  const over = new AbortController();
  const { codec, vault } = list;
  const running = keepUp(
    {
      ...{ store, codec, vault, categories: lampView.categories, log: hearing(stops) },
      lead: async () => new PostgresTables(await connect(database.url, 'reciproca_projector'), [lampView]),
      pause: (_, signal) => pause(5, undefined, { signal }).catch(() => undefined),
    },
    over.signal,
  );
  ends.push(() => {
    over.abort();
    return running;
  });
}

/** The list as it is delivered by another hand. */
function delivering(batches: (list: AsyncIterable<Batch>) => AsyncGenerator<Batch>): RecordList {
  const other = Object.create(list) as RecordList;
  other.subscribe = (subscription) => batches(list.subscribe(subscription));
  return other;
}

/** Every writing of a lamp's row is noted in the database: the row itself looks the same when it is written again. */
async function noteWrites(): Promise<void> {
  await database.pool.query(`
    create table public.written (lamp text);
    create function public.note_lamp() returns trigger language plpgsql security definer as
      $$ begin insert into public.written values (new.lamp); return null; end $$;
    create trigger note_lamp after insert or update on read.lamp_v1 for each row execute function public.note_lamp()`);
}

async function writes(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ lamp: string }>('select lamp from public.written order by lamp');
  return rows.map(({ lamp }) => lamp);
}

/** A lamp for each record: two writings of one are one record taken twice. */
const named = (from: number, many: number) => Array.from({ length: many }, (_, n) => `lamp ${String(from + n)}`);
const light = (lamps: readonly string[]): Position => list.happened(...lamps.map((lamp) => lit(milan, lamp)));

test('a projector that lost its lock unnoticed is fenced, and each record is taken once', async () => {
  const stops: unknown[] = [];
  const [early, late] = [named(1_000, 50), named(2_000, 50)];
  const models = await open([]);
  await noteWrites();
  let holds = 0;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const slow = delivering(async function* (batches) {
    for await (const batch of batches) {
      holds = batch.records.length;
      await held;
      yield batch;
    }
  });
  const at = light(early);
  startWithoutLock(slow, stops);
  await eventually(() => {
    expect(holds).toBe(early.length);
  });
  models.start();
  await models.waitFor(at);
  letGo();
  await eventually(() => {
    expect(stops).toEqual([expect.any(Fenced)]);
  });
  for (const lamp of late) await models.waitFor(light([lamp]));

  expect(stops.filter((stop) => !(stop instanceof Fenced))).toEqual([]);
  expect(await writes()).toEqual([...early, ...late]);
});

test('when the connection of the projector that leads is cut, one of two goes on, and each record is taken once', async () => {
  const stops: unknown[] = [];
  const [first, second] = [await open(stops), await open([])];
  const lamps = named(1_000, 50);
  await noteWrites();
  first.start();
  await first.waitFor(light(lamps.slice(0, 1)));
  second.start();
  const cut = await database.pool.query(
    `select pg_terminate_backend(pid) as cut from pg_locks join pg_database d on d.oid = database
     where datname = current_database() and locktype = 'advisory' and objid = $1 and granted`,
    [projectorLock],
  );
  expect(cut.rows).toEqual([{ cut: true }]);
  for (const lamp of lamps.slice(1)) await second.waitFor(light([lamp]));

  expect(stops).toHaveLength(1);
  expect(await writes()).toEqual(lamps);
});

test('what is delivered twice is dropped, a delivery out of order is none, and each record is folded once', async () => {
  const stops: unknown[] = [];
  const folded: string[] = [];
  const counting: View = {
    ...lampView,
    rows: (record, texts) => {
      folded.push(`${record.stream} ${String(record.revision)}`);
      return lampView.rows(record, texts);
    },
  };
  let inOrder = false;
  const torn = delivering(async function* (batches) {
    const before: Batch['records'][number][] = [];
    for await (const { records, through } of batches) {
      before.push(...records);
      const twice = inOrder ? before.flatMap((record) => [record, record]) : [...records, ...records];
      inOrder = true;
      yield { records: twice, through };
      yield { records: twice, through };
    }
  });
  const models = await open(stops, counting, torn);
  models.start();
  await models.waitFor(list.happened(lit(milan, 'a', 40), dimmed(milan, 'a', 20)));
  const at = list.happened(dimmed(milan, 'a', 10), lit(milan, 'b'));
  await models.waitFor(at);

  expect(stops).toEqual([expect.objectContaining({ message: 'position 1 came late' })]);
  const stream = lit(milan, 'a').stream;
  expect(folded).toEqual(Array.from({ length: Number(at) }, (_, revision) => `${stream} ${String(revision)}`));
  const { rows } = await database.pool.query('select lamp, watts from read.lamp_v1 order by lamp');
  expect(rows).toEqual([
    { lamp: 'a', watts: 10 },
    { lamp: 'b', watts: 40 },
  ]);
});
