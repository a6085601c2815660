import type { EventStore } from '#kernel';
import { collect, idsOf } from './collecting.js';
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

export function concurrency(store: () => EventStore, reader: () => EventStore): void {
  test(`${String(writers)} writers, 30 % refused, readers of every batch size: none missed, none twice`, async () => {
    const after = await store().head();
    const last = appendOf(freshStream(), -1);
    const read = async (batchSize: number): Promise<readonly string[]> => {
      const reading = { after, categories: ['trial'], batchSize };
      return idsOf(await collect(reader(), reading, ({ records }) => records.at(-1)?.id === last.records[0]?.id));
    };
    const readings = Promise.all(batchSizes.map(read));

    const taken = (await Promise.all(Array.from({ length: writers }, (_, writer) => write(store(), writer)))).flat();
    await store().append(last);
    taken.push(...last.records.map((record) => record.id));
    const seen = await readings;
    for (const ids of seen) {
      expect(ids).toHaveLength(taken.length);
      expect(new Set(ids)).toEqual(new Set(taken));
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
