import { categoryOf, type Batch, type EncodedRecord, type Position, type StoredRecord } from '#kernel';
import { placed } from '../placed.js';

const slots = 8192;
/** Larger ones are read back, so that the ring never holds more than 64 MB of text. */
const lettersMax = 8192;

/**
 * Records that this process has just committed, by position, so that its own readers need not ask PostgreSQL for them.
 * They are the very objects that were appended: what was decoded of them once stays known.
 */
export class RecentRecords {
  private readonly ring: (StoredRecord | undefined)[] = [];
  /** The position of each, as a number: positions are counts, and every reader compares all of them. */
  private readonly places = new Float64Array(slots);

  /** `last` is the position of the last of `records`, which were stored together. */
  keep(records: readonly EncodedRecord[], last: Position): void {
    let position = last - BigInt(records.length) + 1n;
    for (const record of records) {
      const place = Number(position);
      const isKept = record.text.length <= lettersMax;
      this.ring[place % slots] = isKept ? placed(record, position) : undefined;
      this.places[place % slots] = isKept ? place : 0;
      position += 1n;
    }
  }

  /** What follows `after` as far as it is known here; undefined when the next one is not. */
  following(after: Position, categories: readonly string[], batchSize: number): Batch | undefined {
    const records: StoredRecord[] = [];
    const first = Number(after) + 1;
    let place = first;
    for (; place < first + batchSize && this.places[place % slots] === place; place += 1) {
      const next = this.ring[place % slots];
      if (next && categories.includes(categoryOf(next.stream))) records.push(next);
    }
    return place === first ? undefined : { records, through: BigInt(place - 1) };
  }
}
