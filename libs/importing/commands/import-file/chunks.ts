import type { StagedExchange } from '#kernel';
import { importedRowsMax } from '#ledger';

/** UTF-16 units of notes in one command: its records may hold 512 kB together, and sealing makes texts longer. */
export const chunkNotesMax = 24_000;

/** The first so many that one command can carry: always the same for the same exchanges, so that a second try says the same. */
export function chunkOf(exchanges: readonly StagedExchange[]): readonly StagedExchange[] {
  let notes = 0;
  const end = exchanges.findIndex(({ note }, place) => {
    notes += note?.length ?? 0;
    return place === importedRowsMax || (place > 0 && notes > chunkNotesMax);
  });
  return end === -1 ? exchanges : exchanges.slice(0, end);
}
