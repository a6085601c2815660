import { END, ErrorType, EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable, type EventStore } from '#kernel';
import { addressOf } from './address.js';
import { EventStoreDbRefused } from './eventstoredb-refused.js';
import { eventStoreDbEventStore } from './eventstoredb-event-store.js';
import { isOfType } from './store-errors.js';
import { within } from './within.js';

const answerMsMax = 10_000;

/** @throws EventStoreDbRefused */
export async function reachEventStoreDb(url: string, named: string): Promise<EventStore> {
  const where = addressOf(url);
  if (where === undefined) {
    throw new EventStoreDbRefused(`${named} is no address of an EventStoreDB (esdb://host:2113?tls=false).`);
  }
  const client = clientOf(url, named);
  const store = eventStoreDbEventStore(client, () => client.dispose());
  try {
    await within(answerMsMax, store.storeId(), () => new StoreUnavailable('no answer'));
    await within(answerMsMax, caughtUp(client), () => new Error('no subscription says when it has caught up'));
    return store;
  } catch (cause) {
    await store.close();
    throw new EventStoreDbRefused(sentenceOn(where, named, cause), { cause });
  }
}

function clientOf(url: string, named: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch {
    // Its own message may show a part of the address, and so of the password.
    throw new EventStoreDbRefused(`${named} names an option or a file that cannot be used.`);
  }
}

/** Resolves when a subscription is told that it has caught up, as servers before 23.10 do not. */
async function caughtUp(client: EventStoreDBClient): Promise<void> {
  const subscription = client.subscribeToAll({ fromPosition: END });
  try {
    await new Promise<void>((resolve, reject) => {
      subscription.on('caughtUp', resolve);
      subscription.on('error', reject);
      subscription.resume();
    });
  } finally {
    await subscription.unsubscribe();
  }
}

function sentenceOn(where: string, named: string, cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const said = inner instanceof Error ? inner.message : '';
  if (isOfType(inner, ErrorType.ACCESS_DENIED)) {
    return `EventStoreDB at ${where} refuses the user and password in ${named}.`;
  }
  if (said.includes('SSL routines') || said.includes('certificate')) {
    return `EventStoreDB at ${where} cannot be reached securely: write ?tls=false in ${named} where it runs insecurely, or name its certificate with tlsCAFile.`;
  }
  if (cause instanceof StoreUnavailable) {
    return `EventStoreDB at ${where} cannot be reached: start it, or set ${named} (with ?tls=false only where it runs insecurely).`;
  }
  return `EventStoreDB at ${where} cannot be used (${said}): version 23.10 or later is needed.`;
}
