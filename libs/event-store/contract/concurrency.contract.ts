import type { Batch, EventStore, StoredRecord } from '#kernel';
import { collect } from './collecting.js';
import { appendOf, freshStream } from './records.js';

const writers = 64;
const appendsEach = 20;
const batchSizes = [1, 2, 7, 64, 1000];

/** Appends in its own stream, three in ten at a revision that is refused; answers the ids that were taken. */
async function write(store: EventStore, writer: number): Promise<readonly string[]> {
  const stream = freshStream();
  const taken: string[] = [];
  let revision = -1;
  for (let turn = 0; turn < appendsEach; turn += 1) {
    const refused = (writer + turn) % 10 < 3;
    const append = appendOf(stream, refused ? revision + 5 : revision, 1 + (turn % 3));
    const verdict = await store.append(append);
    expect(verdict.status).toBe(refused ? 'conflict' : 'appended');
    if (refused) continue;
    revision += append.records.length;
    taken.push(...append.records.map((record) => record.id));
  }
  return taken;
}

/** Positions ascend as they are delivered, and each stream comes revision by revision from its first. */
function requireInOrder(records: readonly StoredRecord[]): void {
  const revisions = new Map<string, number>();
  let last = -1n;
  for (const { stream, revision, position } of records) {
    if (position <= last) throw new Error(`position ${String(position)} came after ${String(last)}`);
    const next = (revisions.get(stream) ?? -1) + 1;
    if (revision !== next) throw new Error(`revision ${String(revision)} of ${stream} came instead of ${String(next)}`);
    last = position;
    revisions.set(stream, revision);
  }
}

export function concurrency(store: () => EventStore, reader: () => EventStore): void {
  test(`${String(writers)} writers, 30 % refused, readers of every batch size: none missed, none twice, all in order`, async () => {
    const after = await store().head();
    const last = appendOf(freshStream(), -1);
    const read = async (batchSize: number): Promise<readonly StoredRecord[]> => {
      const reading = { after, categories: ['trial'], batchSize };
      const isLast = ({ records }: Batch) => records.at(-1)?.id === last.records[0]?.id;
      return (await collect(reader(), reading, isLast)).flatMap(({ records }) => records);
    };
    const readings = Promise.all(batchSizes.map(read));

    const taken = (await Promise.all(Array.from({ length: writers }, (_, writer) => write(store(), writer)))).flat();
    await store().append(last);
    taken.push(...last.records.map((record) => record.id));
    for (const records of await readings) {
      const ids = records.map(({ id }) => id);
      expect(ids).toHaveLength(taken.length);
      expect(new Set(ids)).toEqual(new Set(taken));
      requireInOrder(records);
    }
  }, 60_000);

  test('of many who append at one revision exactly one is taken', async () => {
    const stream = freshStream();
    for (let revision = -1; revision < 9; revision += 1) {
      const appends = Array.from({ length: 16 }, () => appendOf(stream, revision));
      const verdicts = await Promise.all(appends.map((append) => store().append(append)));
      const appended = verdicts.filter((verdict) => verdict.status === 'appended');
      expect(appended).toHaveLength(1);
      expect(verdicts.filter((verdict) => verdict.status === 'conflict')).toHaveLength(15);
    }
  });
}
