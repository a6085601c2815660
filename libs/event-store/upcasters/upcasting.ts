import type { StoredEvent, Upcast } from '../codec/stored-event.js';

/** Brings events of one type and version one step further: the answer names its own type and version. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  /** Pure. May rename the type; never sees an entry's minutes or number. */
  readonly upcast: Upcast;
}

/**
 * Applies upcasters one after another until the event has the version written today.
 *
 * @throws TypeError, when put together, if two upcasters start at the same place; when applied, if an event's type is
 * unknown, its version is newer than today's, or no upcaster leads on from it.
 */
export function upcasting(versions: Readonly<Record<string, number>>, upcasters: readonly Upcaster[]): Upcast {
  const current = new Map(Object.entries(versions));
  const steps = new Map<string, Upcast>();
  for (const { type, from, upcast } of upcasters) {
    const place = placeOf(type, from);
    if (steps.has(place)) throw new TypeError(`two upcasters start from ${place}`);
    steps.set(place, upcast);
  }
  return (stored) => {
    let event = stored;
    while (event.version !== current.get(event.type)) event = stepOn(event, steps);
    return event;
  };
}

function stepOn(event: StoredEvent, steps: ReadonlyMap<string, Upcast>): StoredEvent {
  const place = placeOf(event.type, event.version);
  const step = steps.get(place);
  if (!step) throw new TypeError(`this release cannot read ${place}`);
  const next = step(event);
  if (placeOf(next.type, next.version) === place) throw new TypeError(`the upcaster from ${place} leads nowhere`);
  return next;
}

function placeOf(type: string, version: number): string {
  return `${type} version ${String(version)}`;
}
