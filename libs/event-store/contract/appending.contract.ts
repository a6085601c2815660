import { EventTooLarge, type EncodedRecord, type EventStore, type StreamId } from '#kernel';
import { appendOf, freshStream, recordOf, recordWith } from './records.js';

export function appending(store: () => EventStore): void {
  test('a new stream begins at -1 and its records are read back as they were given', async () => {
    const append = appendOf(freshStream(), -1, 3);
    const verdict = await store().append(append);
    const stored = await store().readStream(append.stream, 0, 10);

    const asGiven = ({ stream, revision, type, id, hash, text }: EncodedRecord) => ({
      stream,
      revision,
      type,
      id,
      hash: [...hash],
      text,
    });
    expect(stored.map(asGiven)).toEqual(append.records.map(asGiven));
    expect(verdict).toEqual({ status: 'appended', position: stored.at(-1)?.position });
    expect(await store().head()).toBe(stored.at(-1)?.position);
  });

  test.each([
    { expectedRevision: -1, verdict: { status: 'conflict', revision: 2 } },
    { expectedRevision: 1, verdict: { status: 'conflict', revision: 2 } },
    { expectedRevision: 3, verdict: { status: 'conflict', revision: 2 } },
    { expectedRevision: 2, verdict: { status: 'appended' } },
  ])('after revision 2, expecting $expectedRevision ends in $verdict.status', async ({ expectedRevision, verdict }) => {
    const stream = freshStream();
    await store().append(appendOf(stream, -1, 3));
    const head = await store().head();
    expect(await store().append(appendOf(stream, expectedRevision, 2))).toMatchObject(verdict);
    expect((await store().head()) > head).toBe(verdict.status === 'appended');
  });

  test('nothing can be appended after a record that is not there yet', async () => {
    expect(await store().append(appendOf(freshStream(), 0))).toEqual({ status: 'conflict', revision: -1 });
  });

  test.each([
    { expectedRevision: 0, status: 'conflict' },
    { expectedRevision: 1, status: 'appended' },
    { expectedRevision: 2, status: 'conflict' },
  ])('an empty append only asks for the revision: $expectedRevision against 1 is $status', async (asked) => {
    const stream = freshStream();
    await store().append(appendOf(stream, -1, 2));
    const head = await store().head();
    const verdict = await store().append(appendOf(stream, asked.expectedRevision, 0));
    expect(verdict).toEqual(
      asked.status === 'appended' ? { status: 'appended', position: head } : { status: 'conflict', revision: 1 },
    );
    expect(await store().head()).toBe(head);
  });

  test('an empty append at -1 asks that the stream is not there', async () => {
    const stream = freshStream();
    expect(await store().append(appendOf(stream, -1, 0))).toMatchObject({ status: 'appended' });
    expect(await store().readStream(stream as StreamId, 0, 1)).toEqual([]);
  });

  test('each stream gets its own verdict, in the order asked', async () => {
    const [taken, fresh, checked, behind] = [freshStream(), freshStream('trialperson'), freshStream(), freshStream()];
    await store().append(appendOf(taken, -1));
    await store().append(appendOf(checked, -1));
    const head = await store().head();
    expect(
      await store().appendMany([
        appendOf(taken, -1, 2),
        appendOf(fresh, -1, 3),
        appendOf(checked, 0, 0),
        appendOf(behind, 4, 0),
        appendOf(freshStream('trialnetwork'), -1, 1),
      ]),
    ).toEqual([
      { status: 'conflict', revision: 0 },
      { status: 'appended', position: expect.any(BigInt) as bigint },
      { status: 'appended', position: expect.any(BigInt) as bigint },
      { status: 'conflict', revision: -1 },
      { status: 'appended', position: expect.any(BigInt) as bigint },
    ]);
    expect((await store().head()) > head).toBe(true);
    expect(await store().readStream(taken as StreamId, 0, 9)).toHaveLength(1);
    expect(await store().readStream(fresh as StreamId, 0, 9)).toHaveLength(3);
  });

  test('no appends, no verdicts', async () => {
    expect(await store().appendMany([])).toEqual([]);
  });

  test.each([1, 3])(
    'the same %i record(s) at the same revision again: appended, at the same position',
    async (count) => {
      const stream = freshStream();
      await store().append(appendOf(stream, -1, 2));
      const append = appendOf(stream, 1, count);
      const first = await store().append(append);
      expect(await store().append(append)).toEqual(first);

      await store().append(appendOf(stream, 1 + count));
      expect(await store().append(append)).toEqual(first);
      expect(await store().readStream(append.stream, 0, 99)).toHaveLength(count + 3);
    },
  );

  test('a part of what stands there, or more than stands there, is a conflict', async () => {
    const append = appendOf(freshStream(), -1, 2);
    await store().append(append);
    const other = appendOf(append.stream, -1, 2);
    const mixed = { ...append, records: [...append.records.slice(0, 1), ...other.records.slice(1)] };
    const longer = { ...append, records: [...append.records, ...appendOf(append.stream, 1).records] };
    expect(await store().append(mixed)).toEqual({ status: 'conflict', revision: 1 });
    expect(await store().append(longer)).toEqual({ status: 'conflict', revision: 1 });
  });

  test('a record of 256 kB is stored, one byte more is refused and nothing with it', async () => {
    const [stream, other] = [freshStream() as StreamId, freshStream()];
    const largest = { stream, expectedRevision: -1, records: [recordOf(stream, 0, 256 * 1024)] };
    expect(await store().append(largest)).toMatchObject({ status: 'appended' });

    const tooLarge = { stream, expectedRevision: 0, records: [recordOf(stream, 1, 256 * 1024 + 1)] };
    await expect(store().appendMany([appendOf(other, -1), tooLarge])).rejects.toThrow(EventTooLarge);
    expect(await store().readStream(other as StreamId, 0, 1)).toEqual([]);
  });

  test('letters beyond ASCII, quotes and backslashes come back byte for byte', async () => {
    const stream = freshStream() as StreamId;
    const text = '{"a":"\\n\\u001f\\\\ \u007f\u2028"}\n["perché … 📒 \'$1$$%s"]';
    await store().append({ stream, expectedRevision: -1, records: [recordWith(stream, 0, text)] });
    const [stored] = await store().readStream(stream, 0, 1);
    expect(stored?.text).toBe(text);
  });

  test('the store keeps one id', async () => {
    const id = await store().storeId();
    await store().append(appendOf(freshStream(), -1));
    expect(await store().storeId()).toBe(id);
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
}
