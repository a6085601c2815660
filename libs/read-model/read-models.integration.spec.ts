import { inPerson, type Position } from '#kernel';
import { RecordList, eventually, journalOf, testDatabase, type TestDatabase } from '#testing';
import { broken, dimmed, lamps, lampView, lit, milan, owner, rho } from './lamps.example.js';
import { readModelMigrations } from './read-model.migration.js';
import { ReadModels, type ReadModelOptions } from './read-models.js';
import type { View } from './projection.js';

let database: TestDatabase;
let list: RecordList;
let opened: ReadModels[];

beforeEach(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  list = new RecordList();
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((models) => models.close()));
  await database.drop();
});

async function open(views: readonly View[] = [lampView], more: Partial<ReadModelOptions> = {}): Promise<ReadModels> {
  const models = await ReadModels.open({
    databaseUrl: database.url,
    views,
    store: list,
    codec: list.codec,
    vault: list.vault,
    log: { warn: () => undefined },
    ...more,
  });
  opened.push(models);
  return models;
}

interface Lamp {
  readonly lamp: string;
  readonly watts: number | null;
}
const read = (models: ReadModels, at: Position) =>
  models.door.read<Lamp>(inPerson(owner), models.door.from(lamps, 'l').orderBy('l.bankId').addOrderBy('l.lamp'), at);

describe('the views', () => {
  test('hold every column as it was written, empty, absent and with line breaks', async () => {
    const models = await open();
    models.start();
    const at = list.happened(
      lit(milan, 'a', 40, ''),
      lit(milan, 'b', 0, 'two\nlines \\N = "quoted"'),
      lit(milan, 'c'),
      dimmed(milan, 'c'),
      lit(milan, 'd', 1, 'without \u001ewhat \u001fseparates'),
    );

    expect(await read(models, at)).toEqual([
      {
        bankId: milan,
        lamp: 'a',
        ownerId: owner,
        watts: 40,
        name: '',
        litOn: '2026-03-29',
        tags: { watts: 40 },
        near: [owner],
      },
      expect.objectContaining({ lamp: 'b', watts: 0, name: 'two\nlines \\N = "quoted"' }),
      expect.objectContaining({ lamp: 'c', watts: null, name: null }),
      expect.objectContaining({ lamp: 'd', watts: 1, name: 'without what separates' }),
    ]);
  });

  test('take a later word on a row over an earlier one, in one batch and over two', async () => {
    const models = await open();
    models.start();
    await models.waitFor(list.happened(lit(milan, 'a', 40), dimmed(milan, 'a', 20), dimmed(milan, 'a', 10)));
    const at = list.happened(dimmed(milan, 'a', 5), lit(rho, 'a', 1), dimmed(rho, 'a', 2), lit(rho, 'a', 3));

    expect(await read(models, at)).toMatchObject([{ watts: 5 }, { watts: 3 }]);
  });

  test('are not waited for beyond the head of the store, and refuse after two seconds what they do not hold', async () => {
    const models = await open();
    list.happened(lit(milan, 'a'));

    await expect(read(models, 99n)).resolves.toEqual([]);
    await expect(read(models, 1n)).rejects.toMatchObject({ code: 'NOT_YET_VISIBLE', retryable: true });
  });

  test('are written by one projector at a time, and by the next when it ends', async () => {
    const [first, second] = [await open(), await open()];
    first.start();
    second.start();
    await first.waitFor(list.happened(lit(milan, 'a')));
    await first.close();
    opened = [second];

    expect(await read(second, list.happened(dimmed(milan, 'a', 7)))).toMatchObject([{ watts: 7 }]);
  });
});

describe('a poisoned record', () => {
  test.each([
    { poison: 'cannot be folded', event: broken(milan, 'a') },
    { poison: 'has a row that the database refuses', event: lit(milan, 'huge', 2 ** 40) },
  ])('that $poison parks its bank for that view; other banks and views go on', async ({ event }) => {
    const other: View = { ...lampView, name: 'other', tables: [{ ...lamps, name: 'other' }], rows: () => [] };
    const models = await open([lampView, other]);
    models.start();
    const at = list.happened(lit(milan, 'a', 1), lit(rho, 'a', 1), event, dimmed(milan, 'a', 9), dimmed(rho, 'a', 2));

    expect(await read(models, at)).toMatchObject([{ watts: 1 }, { watts: 2 }]);
    await models.waitFor(list.happened(dimmed(milan, 'a', 10), dimmed(rho, 'a', 3)));
    expect(await read(models, await list.head())).toMatchObject([{ watts: 1 }, { watts: 3 }]);
    expect((await models.health()).parked).toEqual([
      { view: 'lamp', stream: journalOf(milan), revision: 1, reason: expect.any(String) as string },
    ]);
    await expect(models.unpark('lamp', journalOf(milan))).rejects.toThrow();
  });

  test('is taken after the repair, with all that waited behind it', async () => {
    let repaired = false;
    const view: View = {
      ...lampView,
      rows: (record, texts) => (record.event.type === 'LampBroken' && repaired ? [] : lampView.rows(record, texts)),
    };
    const models = await open([view]);
    models.start();
    await models.waitFor(list.happened(lit(milan, 'a', 1), broken(milan, 'a'), dimmed(milan, 'a', 9)));
    repaired = true;
    await models.unpark('lamp', journalOf(milan));

    expect(await read(models, list.happened(dimmed(milan, 'a', 10)))).toMatchObject([{ watts: 10 }]);
    expect((await models.health()).parked).toEqual([]);
  });
});

describe('a rebuild', () => {
  test('during live writes equals what was written live', async () => {
    const models = await open();
    models.start();
    const writing = new AbortController();
    const writer = (async () => {
      for (let n = 0; !writing.signal.aborted; n += 1) {
        await models.waitFor(
          list.happened(lit(milan, `lamp ${String(n)}`), dimmed(milan, `lamp ${String(n >> 1)}`, n)),
        );
      }
    })();
    const first = await models.rebuild();
    const second = await models.rebuild(['lamp']);
    writing.abort();
    await writer;

    expect([first, second]).toMatchObject([
      { switched: true, views: [{ version: 2, differences: [] }] },
      { switched: true, views: [{ version: 3, differences: [] }] },
    ]);
    const at = await list.head();
    expect(await read(models, at)).toHaveLength(Number(at) / 2);
  }, 30_000);

  test('that finds a difference lists it and leaves what serves, unless differences are accepted', async () => {
    const models = await open();
    models.start();
    const at = list.happened(lit(milan, 'a', 40));
    await models.waitFor(at);
    await database.pool.query('update read.lamp_v1 set watts = 41');

    const kept = await models.rebuild();
    expect(kept).toMatchObject({
      switched: false,
      views: [{ differences: [expect.stringContaining('lamp_v2'), expect.stringContaining('41')] }],
    });
    expect(await read(models, at)).toMatchObject([{ watts: 41 }]);
    expect(await models.rebuild(undefined, { acceptDifferences: true })).toMatchObject({ switched: true });
    expect(await read(models, at)).toMatchObject([{ watts: 40 }]);
  });

  test('happens by itself when the shape in the code is another; the old tables go', async () => {
    const models = await open();
    models.start();
    const at = list.happened(lit(milan, 'a', 40));
    await models.waitFor(at);
    const next = await open([{ ...lampView, shape: 2 }]);

    expect(await read(next, at)).toMatchObject([{ watts: 40 }]);
    await eventually(async () => {
      const { rows } = await database.pool.query(`select tablename from pg_tables where tablename like 'lamp_v%'`);
      expect(rows).toEqual([{ tablename: 'lamp_v2' }]);
    });
  });

  test('is forced by another store', async () => {
    const models = await open();
    models.start();
    await models.waitFor(list.happened(lit(milan, 'a', 40)));
    await models.close();
    opened = [];
    list = new RecordList();
    const next = await open();
    next.start();

    expect(await read(next, list.happened(lit(rho, 'b', 1)))).toMatchObject([{ lamp: 'b' }]);
  });
});
