import type { EventLog, LoggedEvent } from './event-log.js';

/** A place in the order of all events. The second number tells apart what has the same first one. */
export interface LogPlace {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export const START: LogPlace = { commit: 0n, prepare: 0n };
export const END: LogPlace = { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n };

/** The server reads the order of all events in pages of so many. */
export const PAGE_EVENTS = 32;

export interface AllPage {
  readonly events: readonly LoggedEvent[];
  /** How many were looked at, those the filter left out too. */
  readonly considered: number;
  /** Where the next page begins. */
  readonly next: LogPlace;
  readonly atEnd: boolean;
}

export type EventFilter = (event: LoggedEvent) => boolean;

/** One page forwards, beginning with the event at `from`: ends at 32 events found, or at `window` looked at. */
export function pageForwards(log: EventLog, from: LogPlace, filter: EventFilter, window: number): AllPage {
  const events: LoggedEvent[] = [];
  let considered = 0;
  let next = from;
  for (let index = firstAt(log.events, from); events.length < PAGE_EVENTS && considered < window; index += 1) {
    const event = log.events[index];
    if (!event) return { events, considered, next, atEnd: true };
    considered += 1;
    if (filter(event)) events.push(event);
    next = { commit: event.end, prepare: 0n };
  }
  return { events, considered, next, atEnd: false };
}

/** All events that end at or before `from`, the newest first. */
export function* backwards(log: EventLog, from: LogPlace, filter: EventFilter): Generator<LoggedEvent> {
  for (let index = firstAt(log.events, from) - 1; index >= 0; index -= 1) {
    const event = log.events[index];
    if (event && filter(event)) yield event;
  }
}

/** Index of the first event at or after a place. */
function firstAt(events: readonly LoggedEvent[], { commit, prepare }: LogPlace): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const position = events[middle]?.position ?? 0n;
    if (position > commit || (position === commit && position >= prepare)) high = middle;
    else low = middle + 1;
  }
  return low;
}
