import { BACKWARDS, END, FORWARDS, START, type EventStoreDBClient, type Position } from '@eventstore/db-client';

import type { Scenario } from './scenario-steps.js';

/** Streams and the order of all events, from both ends and from the middle. */
export async function reading({ client, step }: Scenario): Promise<void> {
  const stream = (name: string, options: Parameters<EventStoreDBClient['readStream']>[1]): Promise<unknown> =>
    client.readStream(name, options).toArray();

  await step('a whole stream', () => stream('journal-a', {}));
  await step('a stream from a revision, so many', () => stream('journal-a', { fromRevision: 1n, maxCount: 2 }));
  await step('a stream from its last revision', () => stream('journal-a', { fromRevision: 3n }));
  await step('a stream beyond its end', () => stream('journal-a', { fromRevision: 4n }));
  await step('a stream far beyond its end', () => stream('journal-a', { fromRevision: 400n, maxCount: 2 }));
  await step('a stream that does not exist', () => stream('journal-none', {}));
  await step('the end of a stream that does not exist', () =>
    stream('journal-none', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }),
  );
  await step('a stream to which only nothing was appended', () => stream('journal-late', {}));
  await step('the last of a stream', () =>
    stream('journal-a', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }),
  );
  await step('a stream backwards from a revision', () =>
    stream('journal-a', { direction: BACKWARDS, fromRevision: 1n }),
  );
  await step('a stream backwards from beyond its end', () =>
    stream('journal-a', { direction: BACKWARDS, fromRevision: 9n, maxCount: 2 }),
  );
  await step('a stream longer than a page of the server', () => stream('person-b', { fromRevision: 2n, maxCount: 36 }));
  await step('odd bytes and letters', () => stream('bytes-à-📒', {}));

  const places: Position[] = [];
  for await (const { event } of client.readStream('journal-a')) if (event) places.push(event.position as Position);
  const all = (options: Parameters<EventStoreDBClient['readAll']>[0]): Promise<unknown> =>
    client.readAll(options).toArray();

  await step('the head of all', () => all({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
  await step('the last of all', () => all({ direction: BACKWARDS, fromPosition: END, maxCount: 5 }));
  await step('the first of all', () => all({ direction: FORWARDS, fromPosition: START, maxCount: 4 }));
  for (const fromPosition of places.slice(1, 2)) {
    await step('all from an event on, that event too', () => all({ fromPosition, maxCount: 3 }));
    await step('all before an event, without it', () => all({ direction: BACKWARDS, fromPosition, maxCount: 3 }));
  }
  await step('more of all than a page of the server', () => all({ maxCount: 40 }));
}
