import { readFileSync, readdirSync } from 'node:fs';
import { createCodec, inMemoryEventStore } from '#event-store';
import { categoryOf, type EventStore, type StoredRecord, type StreamId } from '#kernel';
import { categories } from './categories.js';
import { copyStore, verifyCopy, type Copying } from './store-copy.js';

const codec = createCodec({ versions: { Happened: 1 } });
const journal = 'journal-00000000-0000-4000-8000-000000000001' as StreamId;
const person = 'person-00000000-0000-4000-8000-000000000002' as StreamId;

/** Appends records to a store, each of so many characters. */
async function happen(store: EventStore, stream: StreamId, count: number, size = 10): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const last = (await store.readStream(stream, 0, 10_000)).at(-1);
    const revision = (last?.revision ?? -1) + 1;
    const record = codec.encode({
      stream,
      revision,
      previous: last?.hash ?? new Uint8Array(32),
      recordedAt: '2026-03-01T10:00:00.000Z' as never,
      command: { id: '00000000-0000-4000-8000-000000000003' as never, hash: 'x', keys: [], index: 0, count: 1 },
      actor: { system: 'test' },
      correlation: 'test',
      event: { type: 'Happened', data: { words: 'x'.repeat(size) } },
    });
    await store.append({ stream, expectedRevision: revision - 1, records: [record] });
  }
}

async function all(store: EventStore): Promise<readonly string[]> {
  const ended = new AbortController();
  const until = await store.head();
  const texts: string[] = [];
  if (until === 0n) return texts;
  for await (const batch of store.subscribe({ after: 0n, categories, batchSize: 1000, signal: ended.signal })) {
    texts.push(...batch.records.map(({ text }) => text));
    if (batch.through >= until) break;
  }
  ended.abort();
  return texts;
}

function between(source: EventStore, target: EventStore): Copying {
  return { source, target, categories, after: { source: 0n, target: 0n }, show: () => undefined };
}

/** A person, a journal and the person again, as they come in life. */
async function town(): Promise<EventStore> {
  const store = inMemoryEventStore();
  await happen(store, person, 1);
  await happen(store, journal, 700);
  await happen(store, person, 2);
  await happen(store, journal, 1);
  return store;
}

/** A store that shows some of its records otherwise than they are. */
function showing(store: EventStore, alter: (record: StoredRecord) => StoredRecord | undefined): EventStore {
  const liar = Object.create(store) as EventStore;
  liar.subscribe = async function* (subscription) {
    for await (const { records, through } of store.subscribe(subscription)) {
      yield { records: records.map(alter).filter((record) => record !== undefined), through };
    }
  };
  return liar;
}

const at = ({ stream, revision }: StoredRecord) => stream === journal && revision === 17;

describe('copying a store', () => {
  test('everything comes over in the same order, and is read back', async () => {
    const [source, target] = [await town(), inMemoryEventStore()];
    const copied = await copyStore(between(source, target));

    expect(await all(target)).toEqual(await all(source));
    expect(copied).toMatchObject({ records: 704, streams: 2, journals: [journal], through: { source: 704n } });
    const bytes = (await all(source)).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(await verifyCopy(between(source, target))).toMatchObject({ records: 704, bytes, journals: [journal] });
  });

  test('an empty store comes over too', async () => {
    const both = between(inMemoryEventStore(), inMemoryEventStore());
    expect(await copyStore(both)).toMatchObject({ records: 0, streams: 0, journals: [] });
    expect(await verifyCopy(both)).toMatchObject({ records: 0 });
  });

  test('records near the limit go in appends of at most 512 kB', async () => {
    const [source, target] = [inMemoryEventStore(), inMemoryEventStore()];
    await happen(source, journal, 5, 200_000);
    await copyStore(between(source, target));
    expect(await all(target)).toEqual(await all(source));
  });

  test('interrupted after any append it goes on, and sends nothing twice', async () => {
    const source = await town();
    const whole = await all(source);
    const target = inMemoryEventStore();
    for (const appends of [1, 0, 2, 100]) {
      let left = appends;
      const cut = Object.create(target) as EventStore;
      cut.append = (append) => (left-- > 0 ? target.append(append) : Promise.reject(new Error('cut')));
      const before = (await all(target)).length;
      await copyStore(between(source, cut)).catch((cause: unknown) => {
        expect(cause).toMatchObject({ message: 'cut' });
      });
      expect(whole.slice(0, before)).toEqual((await all(target)).slice(0, before));
    }
    expect(await all(target)).toEqual(whole);
  });

  test('a store that was left goes on as the copy of the one that the books went to', async () => {
    const [first, second] = [await town(), inMemoryEventStore()];
    await copyStore(between(first, second));
    await happen(second, journal, 3);
    await copyStore(between(second, first));
    expect(await all(first)).toEqual(await all(second));
  });

  test('what lies behind a place that both have reached is copied and read back alone', async () => {
    const [source, target] = [await town(), inMemoryEventStore()];
    const { through } = await verifyCopyOf(source, target);
    await happen(source, journal, 2);
    const rest = { ...between(source, target), after: through };
    expect(await copyStore(rest)).toMatchObject({ records: 2, streams: 0, journals: [] });
    expect(await verifyCopy(rest)).toMatchObject({ records: 2 });
    expect(await all(target)).toEqual(await all(source));
  });

  async function verifyCopyOf(source: EventStore, target: EventStore) {
    await copyStore(between(source, target));
    return verifyCopy(between(source, target));
  }
});

describe('refused, with nothing appended behind what differs', () => {
  test('a target with the books of another store', async () => {
    const [source, target] = [await town(), inMemoryEventStore()];
    await happen(target, journal, 2);
    await expect(copyStore(between(source, target))).rejects.toThrow(
      `The target holds the books of another store: where it has revision 0 of ${journal}, here follows revision 0 of ${person}.`,
    );
    expect(await all(target)).toHaveLength(2);
  });

  test('another record at the same revision', async () => {
    const [source, target] = [await town(), inMemoryEventStore()];
    for (const stream of [person, journal]) {
      await target.append({ stream, expectedRevision: -1, records: await source.readStream(stream, 0, 1) });
    }
    await happen(target, journal, 1);
    await expect(copyStore(between(source, target))).rejects.toThrow(
      `The target holds another record as revision 1 of ${journal}.`,
    );
    expect(await all(target)).toHaveLength(3);
  });

  test('a target that holds more', async () => {
    const [source, target] = [await town(), inMemoryEventStore()];
    await copyStore(between(source, target));
    await happen(target, journal, 1);
    for (const going of [copyStore, verifyCopy]) {
      await expect(going(between(source, target))).rejects.toThrow(
        `The target holds more than this store, first revision 701 of ${journal}`,
      );
    }
  });

  test('a target to which somebody else writes meanwhile', async () => {
    const [source, target] = [await town(), inMemoryEventStore()];
    const busy = Object.create(target) as EventStore;
    busy.append = async (append) => {
      if (append.stream === journal) await happen(target, journal, 1, 11);
      return target.append(append);
    };
    await expect(copyStore(between(source, busy))).rejects.toThrow(`Somebody else writes ${journal} to the target.`);
  });
});

describe('reading back finds', () => {
  const damages: readonly (readonly [string, (record: StoredRecord) => StoredRecord | undefined, RegExp])[] = [
    [
      'one changed byte',
      (r) => (at(r) ? { ...r, text: r.text.replace('xxx', 'xyx') } : r),
      /another record as .* 17 of/,
    ],
    ['another id', (r) => (at(r) ? { ...r, id: r.id.replace(/^./, 'g') } : r), /another record as .* 17 of/],
    ['another type', (r) => (at(r) ? { ...r, type: 'Other' } : r), /another record as .* 17 of/],
    ['another hash', (r) => (at(r) ? { ...r, hash: new Uint8Array(32) } : r), /another record as .* 17 of/],
    ['a missing record', (r) => (at(r) ? undefined : r), /where it has revision 18 of journal-.* here follows .* 17/],
    ['a missing last record', (r) => (r.revision === 700 ? undefined : r), /lacks revision 700 of journal-/],
    ['a record in another stream', (r) => (at(r) ? { ...r, stream: person } : r), /books of another store/],
  ];

  test.each(damages)('%s', async (_, alter, found) => {
    const [source, target] = [await town(), inMemoryEventStore()];
    await copyStore(between(source, target));
    await expect(verifyCopy(between(source, showing(target, alter)))).rejects.toThrow(found);
  });
});

test('every kind of stream that was ever stored is moved', () => {
  const folder = 'test/events/golden';
  const stored = readdirSync(folder).map((file) => {
    const [head = ''] = readFileSync(`${folder}/${file}`, 'utf8').split('\n');
    return categoryOf((JSON.parse(head) as { readonly stream: StreamId }).stream);
  });
  expect([...new Set(stored)].sort()).toEqual([...categories].sort());
});
