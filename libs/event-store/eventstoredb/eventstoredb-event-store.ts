import { NO_STREAM, WrongExpectedVersionError, type EventStoreDBClient } from '@eventstore/db-client';
import {
  OutcomeUnknown,
  StoreUnavailable,
  type Append,
  type AppendVerdict,
  type Batch,
  type EventStore,
  type Position,
  type StoredRecord,
  type StreamId,
  type Subscription,
} from '#kernel';
import { requireStorable } from '../append-limits.js';
import { follow } from './follow.js';
import { Head } from './head.js';
import { RecentRecords } from './recent-records.js';
import { appendFailure } from './store-errors.js';
import { StoreIdentity } from './store-identity.js';
import { eventOf } from './stored-events.js';
import { lastRevision, readStored } from './stored-stream.js';
import { within } from './within.js';

/** A server that says nothing for so long is taken for lost. */
const answerMsMax = 20_000;

class EventStoreDbEventStore implements EventStore {
  private readonly headOfAll: Head;
  private readonly identity: StoreIdentity;
  private readonly recent = new RecentRecords();
  private readonly ended = new AbortController();
  /** Something broke since the last answer: whether anybody is there is asked before an append leaves. */
  private isInDoubt = true;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly release: () => Promise<void>,
  ) {
    this.headOfAll = new Head(client);
    this.identity = new StoreIdentity(client);
  }

  async append(append: Append): Promise<AppendVerdict> {
    requireStorable([append]);
    if (this.isInDoubt) await this.head();
    this.isInDoubt = false;
    return append.records.length === 0 ? this.check(append) : this.store(append);
  }

  /** Streams are nothing to each other: all at once. */
  async appendMany(appends: readonly Append[]): Promise<readonly AppendVerdict[]> {
    requireStorable(appends);
    const outcomes = await Promise.allSettled(appends.map((append) => this.append(append)));
    const failures = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason as unknown);
    if (failures.length > 0) throw failureOfAll(failures, appends.length);
    return outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value);
  }

  readStream(stream: StreamId, from: number, limit: number): Promise<readonly StoredRecord[]> {
    return readStored(this.client, stream, from, limit);
  }

  subscribe(subscription: Subscription): AsyncGenerator<Batch> {
    return follow(
      {
        client: this.client,
        head: () => this.head(),
        recent: this.recent,
        onCut: () => {
          this.isInDoubt = true;
        },
      },
      { ...subscription, signal: AbortSignal.any([subscription.signal, this.ended.signal]) },
    );
  }

  head(): Promise<Position> {
    return this.headOfAll.read();
  }

  storeId(): Promise<string> {
    return this.identity.read();
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.release();
  }

  private async check({ stream, expectedRevision }: Append): Promise<AppendVerdict> {
    const [revision, position] = await Promise.all([lastRevision(this.client, stream), this.head()]);
    return revision === expectedRevision ? { status: 'appended', position } : { status: 'conflict', revision };
  }

  /** EventStoreDB itself knows the same events again at the same revision, by their ids, and says where they stand. */
  private async store({ stream, expectedRevision, records }: Append): Promise<AppendVerdict> {
    this.recent.keep(records);
    try {
      const appending = this.client.appendToStream(stream, records.map(eventOf), {
        expectedRevision: expectedRevision === -1 ? NO_STREAM : BigInt(expectedRevision),
        requiresLeader: true,
      });
      const { position } = await within(answerMsMax, appending, noAnswer);
      if (!position) throw new OutcomeUnknown('EventStoreDB does not say where it stored');
      return { status: 'appended', position: position.commit };
    } catch (cause) {
      if (cause instanceof WrongExpectedVersionError) {
        const { actualVersion } = cause;
        return { status: 'conflict', revision: typeof actualVersion === 'bigint' ? Number(actualVersion) : -1 };
      }
      this.isInDoubt = true;
      throw appendFailure(cause);
    }
  }
}

function noAnswer(): OutcomeUnknown {
  return new OutcomeUnknown('EventStoreDB did not answer in time');
}

/** What was stored in part is unknown; what is a fault of one append stays what it is. */
function failureOfAll(failures: readonly unknown[], appends: number): unknown {
  const isAway = (failure: unknown): boolean => failure instanceof StoreUnavailable;
  const isPassing = (failure: unknown): boolean => isAway(failure) || failure instanceof OutcomeUnknown;
  const [first] = failures;
  if (failures.length === appends && failures.every(isAway)) return first;
  return failures.find((failure) => !isPassing(failure)) ?? new OutcomeUnknown('some were stored', { cause: first });
}

/** The event store on EventStoreDB. @param release what `close` does in the end; all stores of a process share one client */
export function eventStoreDbEventStore(
  client: EventStoreDBClient,
  release: () => Promise<void> = () => Promise.resolve(),
): EventStore {
  return new EventStoreDbEventStore(client, release);
}
