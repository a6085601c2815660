import { createCodec } from '#event-store';
import type { EventStore, StoredRecord, StreamId } from '#kernel';
import { journalEventVersions, ledgerViews } from '#ledger';
import { Rows, type MemoryTables } from './memory-tables.js';
import { plainVault } from './plain-vault.js';
import type { Poison } from './poison.js';
import { bankStreams } from './banks.js';

const recordsMax = 100_000;

export async function recordsOf(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamId,
): Promise<readonly StoredRecord[]> {
  return store.readStream(stream, 0, recordsMax);
}

/**
 * The rows are the fold of exactly the records up to the checkpoint, each once and in its order: folded here one by one,
 * without batches, deliveries or a projector. @throws Error
 */
export async function requireRowsOfPrefix(
  store: Pick<EventStore, 'readStream'>,
  tables: MemoryTables,
  poison: Poison | undefined,
): Promise<void> {
  const { position } = tables;
  if (tables.again) throw new Error(`position ${String(tables.again.position)} was taken again`);
  const shown = tables.rows.lines();
  const all = (await Promise.all(bankStreams.map((stream) => recordsOf(store, stream)))).flat();
  const prefix = all.filter((record) => record.position <= position);
  const expected = await foldOneByOne(prefix, poison);
  const expectedLines = expected.lines();
  const wrong = shown.find((line, n) => line !== expectedLines[n]) ?? expectedLines[shown.length];
  if (wrong !== undefined) throw new Error(`at ${String(position)} this row is not the fold of the records: ${wrong}`);
  const parked = [...tables.parked].flatMap(([view, streams]) =>
    [...streams].map(([stream, at]) => `${view} ${stream} ${String(at)}`),
  );
  const met = poison && prefix.some(({ stream, revision }) => stream === poison.stream && revision === poison.revision);
  const expectedParked = met ? [`${poison.view} ${poison.stream} ${String(poison.revision)}`] : [];
  if (parked.join() !== expectedParked.join()) throw new Error(`parked: ${parked.join()}`);
}

async function foldOneByOne(records: readonly StoredRecord[], poison: Poison | undefined): Promise<Rows> {
  const codec = createCodec({ versions: journalEventVersions });
  const rows = new Rows();
  for (const stored of records) {
    const record = codec.decode(stored);
    for (const view of ledgerViews) {
      if (poison?.view === view.name && poison.stream === stored.stream && stored.revision >= poison.revision) continue;
      const texts = view.texts?.(record) ?? [];
      const opened = await Promise.all(
        texts.map(async ({ name, sealed, place }) => [name, await plainVault.open(sealed, place)] as const),
      );
      for (const change of view.rows(record, Object.fromEntries(opened))) rows.apply(change);
    }
  }
  return rows;
}
