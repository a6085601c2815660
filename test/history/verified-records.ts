import { createCodec } from '#event-store';
import type { EventStore, Recorded, StreamId } from '#kernel';
import { journalEventVersions, type JournalEvent } from '#ledger';

const pageSize = 1_000;
const codec = createCodec({ versions: journalEventVersions });

/** One journal from its stored bytes, hashes and chain recomputed. @throws StoreDamaged */
export async function verifiedRecords(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamId,
): Promise<readonly Recorded<JournalEvent>[]> {
  const records: Recorded<JournalEvent>[] = [];
  let previous: Uint8Array = new Uint8Array(32);
  for (;;) {
    const page = await store.readStream(stream, records.length, pageSize);
    for (const stored of page) {
      if (stored.revision !== records.length) throw new Error(`no record of revision ${String(records.length)}`);
      codec.verify(stored, previous);
      previous = stored.hash;
      records.push(codec.decode(stored) as Recorded<JournalEvent>);
    }
    if (page.length < pageSize) return records;
  }
}
