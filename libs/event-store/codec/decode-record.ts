import {
  StoreDamaged,
  type Actor,
  type AnyEvent,
  type CommandTrace,
  type EncodedRecord,
  type Entry,
  type Instant,
  type Leg,
  type RecordRef,
  type Recorded,
  type StreamId,
} from '#kernel';
import type { StoredEvent, StoredLeg, Upcast } from './stored-event.js';

interface Head {
  readonly stream: StreamId;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly type: string;
  readonly version: number;
  readonly entry?: { readonly number: Entry['number']; readonly minutes: readonly Leg['minutes'][] };
}

interface Body {
  readonly command: CommandTrace;
  readonly actor: Actor;
  readonly correlation: string;
  readonly causation?: RecordRef;
  readonly data: unknown;
}

type Parts = readonly [{ readonly value: Body }, ...{ readonly value: StoredLeg }[]];

/** Reads a record and brings its event to today's shape. @throws StoreDamaged when it cannot be read */
export function decodeRecord(record: EncodedRecord, upcast: Upcast): Recorded {
  try {
    return readRecord(record.text, upcast);
  } catch (cause) {
    throw new StoreDamaged(`${record.stream} revision ${String(record.revision)} cannot be read`, { cause });
  }
}

function readRecord(text: string, upcast: Upcast): Recorded {
  const end = text.indexOf('\n');
  const head = JSON.parse(text.slice(0, end)) as Head;
  const [{ value: body }, ...legs] = JSON.parse(text.slice(end + 1)) as Parts;
  const { type, version } = head;
  const { command, actor, correlation, causation, data } = body;
  const stored = upcast({ type, version, data, legs: legs.map(({ value }) => value) });
  const { stream, revision, recordedAt } = head;
  const event = eventOf(stored, head.entry);
  const recorded = { stream, revision, recordedAt, command, actor, correlation, event };
  return causation ? { ...recorded, causation } : recorded;
}

function eventOf(stored: StoredEvent, entry: Head['entry']): AnyEvent {
  const { type, data, legs } = stored;
  if (!entry) return { type, data };
  if (legs.length !== entry.minutes.length) throw new TypeError('an entry has one part a leg');
  // Laid into what was read just now: copies of them would be half of what a rebuild collects.
  const wholeLegs = legs.map((leg, index) => Object.assign(leg, { minutes: entry.minutes[index] }) as unknown as Leg);
  return { type, data, entry: { number: entry.number, legs: wholeLegs } };
}
