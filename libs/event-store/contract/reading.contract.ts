import type { EventStore, StreamId } from '#kernel';
import { appendOf, freshStream } from './records.js';

export function reading(store: () => EventStore): void {
  test('a stream that is not there has no records', async () => {
    expect(await store().readStream(freshStream() as StreamId, 0, 10)).toEqual([]);
  });

  test.each([
    { from: 0, limit: 3, revisions: [0, 1, 2] },
    { from: 2, limit: 3, revisions: [2, 3, 4] },
    { from: 3, limit: 3, revisions: [3, 4] },
    { from: 5, limit: 3, revisions: [] },
    { from: 0, limit: 5, revisions: [0, 1, 2, 3, 4] },
  ])('of five records, $limit from $from: $revisions', async ({ from, limit, revisions }) => {
    const [stream, other] = [freshStream() as StreamId, freshStream()];
    await store().append(appendOf(stream, -1, 2));
    await store().append(appendOf(other, -1, 2));
    await store().append(appendOf(stream, 1, 3));
    const read = await store().readStream(stream, from, limit);
    expect(read.map((record) => record.revision)).toEqual(revisions);
  });

  test('positions grow along a stream and across streams', async () => {
    const [stream, other] = [freshStream() as StreamId, freshStream() as StreamId];
    await store().append(appendOf(stream, -1, 2));
    await store().append(appendOf(other, -1, 2));
    await store().append(appendOf(stream, 1));
    const own = (await store().readStream(stream, 0, 9)).map((record) => record.position);
    const others = (await store().readStream(other, 0, 9)).map((record) => record.position);
    const inOrder = [own[0], own[1], others[0], others[1], own[2]];
    expect([...inOrder].sort((a = 0n, b = 0n) => Number(a - b))).toEqual(inOrder);
    expect(new Set(inOrder).size).toBe(5);
  });
}
