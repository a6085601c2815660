import { categoryOf, type Batch, type EncodedRecord, type Position, type StoredRecord } from '#kernel';
import { placed } from '../placed.js';

const slots = 8192n;
/** Larger ones are read back, so that the ring never holds more than 64 MB of text. */
const lettersMax = 8192;

/**
 * Records that this process has just committed, by position, so that its own readers need not ask PostgreSQL for them.
 * They are the very objects that were appended: what was decoded of them once stays known.
 */
export class RecentRecords {
  private readonly ring: (StoredRecord | undefined)[] = [];

  /** `last` is the position of the last of `records`, which were stored together. */
  keep(records: readonly EncodedRecord[], last: Position): void {
    let position = last - BigInt(records.length) + 1n;
    for (const record of records) {
      const kept = record.text.length > lettersMax ? undefined : placed(record, position);
      this.ring[Number(position % slots)] = kept;
      position += 1n;
    }
  }

  /** What follows `after` as far as it is known here; undefined when the next one is not. */
  following(after: Position, categories: readonly string[], batchSize: number): Batch | undefined {
    const records: StoredRecord[] = [];
    let through = after;
    for (let taken = 0; taken < batchSize; taken += 1) {
      const next = this.ring[Number((through + 1n) % slots)];
      if (next?.position !== through + 1n) break;
      through = next.position;
      if (categories.includes(categoryOf(next.stream))) records.push(next);
    }
    return through === after ? undefined : { records, through };
  }
}
