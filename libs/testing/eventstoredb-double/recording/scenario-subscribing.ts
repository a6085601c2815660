import {
  BACKWARDS,
  END,
  NO_STREAM,
  START,
  streamNameFilter,
  type EventStoreDBClient,
  type Position,
} from '@eventstore/db-client';

import { events } from './scenario-events.js';
import type { Scenario } from './scenario-steps.js';

interface Asked {
  readonly fromPosition: typeof START | typeof END | Position;
  readonly prefixes: readonly string[];
  readonly maxSearchWindow?: number;
  readonly checkpointInterval?: number;
}

/** Subscriptions to all events, filtered by prefixes: what was, where they are up to date, and what comes then. */
export async function subscribing({ client, step }: Scenario): Promise<void> {
  const append = (stream: string, first: number, count: number, revision?: bigint): Promise<unknown> =>
    client.appendToStream(stream, [...events(first, count)], { expectedRevision: revision ?? NO_STREAM });

  const fromStart = new Subscribed(client, { fromPosition: START, prefixes: ['journal-'], maxSearchWindow: 5 });
  await step('everything of a category, then up to date', () => fromStart.caughtUp());
  await step('one that comes, among others', () =>
    fromStart.more('event', 2, async () => {
      await append('journal-live', 200, 1);
      await append('person-live', 201, 2);
      await append('journal-live', 203, 1, 0n);
    }),
  );
  await step('until a checkpoint behind events that were left out', () =>
    fromStart.more('checkpoint', 2, () => append('person-live', 210, 11, 1n)),
  );
  await step('it is left', () => fromStart.leave());

  const rare = { prefixes: ['person-', 'bytes-'], maxSearchWindow: 4, checkpointInterval: 3 };
  const second = new Subscribed(client, { fromPosition: START, ...rare });
  await step('two categories, checkpoints three times as rare', () => second.caughtUp());
  await step('it is left too', () => second.leave());

  const place = await placeOf(client, 'journal-a', 2n);
  const middle = new Subscribed(client, { fromPosition: place, prefixes: ['journal-'] });
  await step('from an event on, without it, with the window of the server', () => middle.caughtUp());
  await step('a long append that comes', () => middle.more('event', 40, () => append('journal-long', 300, 40)));
  await step('the one from an event is left', () => middle.leave());

  const head = await placeOf(client, 'journal-long', 39n);
  const last = new Subscribed(client, { fromPosition: head, prefixes: ['journal-'], maxSearchWindow: 5 });
  await step('from the last event on', () => last.caughtUp());
  await step('the one from the last event is left', () => last.leave());

  const live = new Subscribed(client, { fromPosition: END, prefixes: ['journal-'], maxSearchWindow: 1 });
  await step('only what comes', () => live.caughtUp());
  await step('what comes, with a checkpoint after each', () =>
    live.more('checkpoint', 2, async () => {
      await append('person-last', 400, 1);
      await append('journal-last', 401, 1);
    }),
  );
  await step('the last one is left', () => live.leave());
  await step('the head of all at last', () =>
    client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }).toArray(),
  );
}

async function placeOf(client: EventStoreDBClient, stream: string, fromRevision: bigint): Promise<Position> {
  let place: Position | undefined;
  for await (const { event } of client.readStream(stream, { fromRevision, maxCount: 1 })) place = event?.position;
  if (!place) throw new Error(`${stream} has no revision ${String(fromRevision)}`);
  return place;
}

type News = 'caught up' | 'event' | 'checkpoint';

/** A subscription that counts what comes. */
class Subscribed {
  private readonly counts = new Map<News, number>();
  private readonly begin: () => ReturnType<EventStoreDBClient['subscribeToAll']>;
  private subscription: ReturnType<EventStoreDBClient['subscribeToAll']> | undefined;
  private wake: () => void = () => undefined;

  constructor(client: EventStoreDBClient, { fromPosition, prefixes, ...rhythm }: Asked) {
    const checkpointReached = (): void => this.came('checkpoint');
    const filter = streamNameFilter({ prefixes: [...prefixes], checkpointReached, ...rhythm });
    this.begin = () => client.subscribeToAll({ fromPosition, filter });
  }

  /** Begins, and waits until all that was has come. */
  async caughtUp(): Promise<void> {
    await this.more('caught up', 1, () => {
      this.subscription = this.begin()
        .on('data', () => this.came('event'))
        .on('caughtUp', () => this.came('caught up'));
    });
  }

  /** Does something, and waits until so many more of these have come. */
  async more(news: News, count: number, act: () => unknown): Promise<void> {
    const enough = this.seen(news) + count;
    await act();
    while (this.seen(news) < enough) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  async leave(): Promise<void> {
    await this.subscription?.unsubscribe();
  }

  private seen(news: News): number {
    return this.counts.get(news) ?? 0;
  }

  private came(news: News): void {
    this.counts.set(news, this.seen(news) + 1);
    this.wake();
  }
}
