import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import type { EncodedRecord, StoredRecord } from '#kernel';
import { placed } from '../placed.js';

const recordsMax = 8192;
/** Larger ones are read as they come, so that never more than 64 MB of text are kept. */
const lettersMax = 8192;

/**
 * Records that this process has just appended, by their id. Where one of them comes back in a subscription, readers get the
 * very object that was appended: what was decoded of it once stays known.
 */
export class RecentRecords {
  private readonly kept = new Map<string, EncodedRecord>();

  keep(records: readonly EncodedRecord[]): void {
    for (const record of records) if (record.text.length <= lettersMax) this.kept.set(record.id, record);
    for (const id of this.kept.keys()) {
      if (this.kept.size <= recordsMax) return;
      this.kept.delete(id);
    }
  }

  /** undefined where it is not known, or not known as what stands there. */
  find({ id, streamId, revision, type, position }: AllStreamRecordedEvent): StoredRecord | undefined {
    const known = this.kept.get(id);
    const isIt = known?.stream === streamId && known.revision === Number(revision) && known.type === type;
    return known && isIt ? placed(known, position.commit) : undefined;
  }
}
