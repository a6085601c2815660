import type { AnyEvent, Position, Recorded } from '#kernel';

/** A record that is durable. `position`: of it or of the last one stored together with it. */
export interface Durable<E extends AnyEvent> {
  readonly record: Recorded<E>;
  readonly position: Position;
}

/** The last records of a stream, so that what just moved need not be read back. */
export class RecentRecords<E extends AnyEvent> {
  private readonly ring: (Durable<E> | undefined)[] = [];

  constructor(private readonly size = 2048) {}

  add(durable: Durable<E>): void {
    this.ring[durable.record.revision % this.size] = durable;
  }

  at(revision: number): Durable<E> | undefined {
    const kept = this.ring[revision % this.size];
    return kept?.record.revision === revision ? kept : undefined;
  }
}
