import type { StagedExchange } from '#kernel';
import { importedRowsMax } from '#ledger';

/** Somewhat more than a record takes without texts. */
const recordBytes = 1_400;
/** Every record of a command names every key that seals a text of the command: those of all parties to exchanges with a note. */
const keyBytes = 39;
/** No more of them than make a record twice as long: a long list is written again with each record. */
const keysMax = Math.floor(recordBytes / keyBytes);
/** A sealed text beside its letters, of which each takes up to three bytes, and four thirds of that in base64. */
const noteBytes = 200;
const letterBytes = 4;
/** The records of one command may take 512 kB together. */
const commandBytesMax = 500_000;

/** The first so many that one command can carry: always the same for the same exchanges, so that a second try says the same. */
export function chunkOf(exchanges: readonly StagedExchange[]): readonly StagedExchange[] {
  const sealers = new Set<number>();
  let notes = 0;
  const end = exchanges.findIndex(({ note, provider, receiver }, place) => {
    if (note !== undefined) {
      sealers.add(provider).add(receiver);
      notes += noteBytes + note.length * letterBytes;
    }
    const bytes = (place + 1) * (recordBytes + sealers.size * keyBytes) + notes;
    return place === importedRowsMax || (place > 0 && (bytes > commandBytesMax || sealers.size > keysMax));
  });
  return end === -1 ? exchanges : exchanges.slice(0, end);
}
