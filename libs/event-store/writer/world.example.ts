import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Append, AppendVerdict, EventStore, Verdict } from '#kernel';
import { createCodec } from '../codec/create-codec.js';
import { inMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import type { SnapshotStore } from './snapshots.js';
import { StreamWriters } from './stream-writers.js';
import { asked, counterId, tallyVault, tallyVersions, type TallyEvent } from './tally.example.js';

export const codec = createCodec({ versions: tallyVersions });
export const { stream } = asked({ name: 'Close', input: { counter: counterId(1) } });
export const add = (counter: string, n: number, days?: number) =>
  ({ name: 'Add', input: { counter, n, ...(days !== undefined && { days }) } }) as const;
export const move = (to: string) => ({ name: 'Move', input: { to } }) as const;
export const close = (counter: string) => ({ name: 'Close', input: { counter } }) as const;

class Snapshots implements SnapshotStore {
  kept: Uint8Array | undefined;
  read = () => Promise.resolve(this.kept);
  write = (_stream: string, _revision: number, bytes: Uint8Array) => {
    this.kept = bytes;
    return Promise.resolve();
  };
}

/** Today and a store: as many writers as wanted stand on them, like processes on one database. */
export interface World {
  readonly store: EventStore;
  readonly clock: { at: number };
  readonly snapshots: Snapshots;
  /** A process's writers; `append` stands in the way to the store. */
  readonly writers: (append?: (append: Append) => Promise<AppendVerdict>, openMax?: number) => StreamWriters;
  readonly events: () => Promise<TallyEvent[]>;
}

export function world(store: EventStore = inMemoryEventStore()): World {
  const clock = { at: Date.parse('2026-03-01T10:00:00.000Z') };
  const snapshots = new Snapshots();
  const writers = (append: (append: Append) => Promise<AppendVerdict> = (all) => store.append(all), openMax = 1000) =>
    new StreamWriters(
      {
        store,
        flusher: { append },
        codec,
        vault: tallyVault,
        clock: { now: () => clock.at },
        snapshots,
        pause: () => nextTurn(),
        random: () => 0.5,
        onFault: () => undefined,
      },
      openMax,
    );
  const events = async () =>
    (await store.readStream(stream, 0, 10_000)).map((record) => codec.decode(record).event as TallyEvent);
  return { store, clock, snapshots, writers, events };
}

export function outcome(verdict: Verdict<TallyEvent>): string | TallyEvent[] {
  return verdict.accepted ? verdict.records.map(({ event }) => event) : verdict.refusal.code;
}
