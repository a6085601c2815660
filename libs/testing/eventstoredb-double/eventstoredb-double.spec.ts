import {
  BACKWARDS,
  binaryEvent,
  END,
  EventStoreDBClient,
  NO_STREAM,
  START,
  streamNameFilter,
  type AppendResult,
} from '@eventstore/db-client';

import { startEventStoreDbDouble, type EventStoreDbDouble } from './eventstoredb-double.js';

let double: EventStoreDbDouble;
let client: EventStoreDBClient;

beforeEach(async () => {
  double = await startEventStoreDbDouble();
  client = EventStoreDBClient.connectionString(double.url);
});
afterEach(async () => {
  await client.dispose();
  await double.stop();
});

const append = (stream: string, count = 1): Promise<AppendResult> => {
  const events = Array.from({ length: count }, () => binaryEvent({ type: 'Happened', data: new Uint8Array([1]) }));
  return client.appendToStream(stream, events, { expectedRevision: NO_STREAM });
};
const held = async (stream: string): Promise<number> => (await client.readStream(stream).toArray()).length;

describe('what can go wrong with an append', () => {
  test('refused: unavailable, and nothing is stored', async () => {
    double.faults.plan({ kind: 'refuse' }, { on: 'append' });
    await expect(append('journal-a')).rejects.toMatchObject({ type: 'unavailable' });
    await expect(held('journal-a')).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  test('cut before it is stored: unavailable, and nothing is stored', async () => {
    double.faults.plan({ kind: 'cut before commit' }, { on: 'append' });
    await expect(append('journal-a')).rejects.toMatchObject({ type: 'unavailable' });
    await expect(held('journal-a')).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  test('cut once it is stored: unavailable, and it is stored', async () => {
    double.faults.plan({ kind: 'cut after commit' }, { on: 'append' });
    await expect(append('journal-a')).rejects.toMatchObject({ type: 'unavailable' });
    expect(await held('journal-a')).toBe(1);
  });

  test('answered late: other appends are answered before it', async () => {
    await append('journal-a'); // its call is open now: what is appended at once comes in this order
    double.faults.plan({ kind: 'delay', milliseconds: 50 }, { on: 'append' });
    const answered: string[] = [];
    const late = append('journal-late').then(() => answered.push('late'));
    await append('journal-b').then(() => answered.push('other'));
    await late;
    expect(answered).toEqual(['other', 'late']);
  });

  test('never answered: it is stored, and others are answered', async () => {
    await append('journal-a');
    double.faults.plan({ kind: 'lose the answer' }, { on: 'append' });
    const answered: string[] = [];
    const lost = append('journal-lost').then(
      () => answered.push('lost'),
      () => answered.push('given up'),
    );
    await append('journal-b').then(() => answered.push('other'));
    expect(await held('journal-lost')).toBe(1);
    await client.dispose();
    await lost;
    expect(answered).toEqual(['other', 'given up']);
  });

  test('faults strike by the count of calls, and no longer once they are cleared', async () => {
    double.faults.plan({ kind: 'refuse' }, { on: 'append', after: 1, times: 2 });
    await append('journal-a');
    await expect(append('journal-b')).rejects.toMatchObject({ type: 'unavailable' });
    expect(double.faults.struck('append')).toBe(1);
    double.faults.clear();
    await append('journal-b');
    expect(double.faults.struck('append')).toBe(1);
  });
});

describe('what can go wrong with a reader', () => {
  test('a read and a subscription are refused each for itself', async () => {
    await append('journal-a');
    double.faults.plan({ kind: 'refuse' }, { on: 'subscription' });
    expect(await held('journal-a')).toBe(1);
    const refused = new Promise((resolve) => client.subscribeToAll().on('error', resolve));
    expect(await refused).toMatchObject({ type: 'unavailable' });
  });

  test('who takes nothing while much is appended is sent away', async () => {
    const filter = streamNameFilter({ prefixes: ['journal-'] });
    const subscription = client.subscribeToAll({ fromPosition: END, filter });
    await new Promise((resolve) => subscription.on('caughtUp', resolve));
    const sentAway = new Promise((resolve) => subscription.on('error', resolve));
    let seen = 0;
    subscription.on('data', () => (seen += 1));
    await append('journal-long', 500);
    expect(await sentAway).toMatchObject({ type: 'timeout', code: 10 });
    expect(seen).toBe(64);
  });
});

describe('a server that goes away and comes back', () => {
  test('what was stored is there, and positions go on', async () => {
    const before = await append('journal-a', 2);
    await double.stop();
    await expect(append('journal-b')).rejects.toThrow('UNAVAILABLE');
    await double.restart();

    expect(await held('journal-a')).toBe(2);
    const after = await append('journal-b');
    expect(after.position?.commit).toBeGreaterThan(before.position?.commit ?? 0n);
    for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }))
      expect(event?.position).toEqual(after.position);
  });

  test('its readers are cut off', async () => {
    const subscription = client.subscribeToAll({ fromPosition: START });
    const cutOff = new Promise((resolve) => subscription.on('error', resolve));
    await new Promise((resolve) => subscription.on('caughtUp', resolve));
    double.cut();
    expect(await cutOff).toMatchObject({ type: 'unavailable' });
  });
});
