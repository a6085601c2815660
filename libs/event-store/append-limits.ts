import { appendBytesMax, EventTooLarge, recordBytesMax, type Append } from '#kernel';

/** Bytes of a record's text in UTF-8. */
export function bytesOf(record: { readonly text: string }): number {
  return Buffer.byteLength(record.text);
}

export function bytesOfAppend(append: Append): number {
  return append.records.reduce((bytes, record) => bytes + bytesOf(record), 0);
}

/**
 * What every adapter asks of appends before any I/O.
 *
 * @throws EventTooLarge above 256 kB a record or 512 kB an append; TypeError on records that do not belong together
 */
export function requireStorable(appends: readonly Append[]): void {
  const streams = new Set<string>();
  for (const append of appends) {
    if (streams.has(append.stream)) throw new TypeError(`${append.stream} stands twice among the appends`);
    streams.add(append.stream);
    requireWord(append.stream);
    requireWithinLimits(append);
    requireConsecutive(append);
  }
}

function requireWithinLimits(append: Append): void {
  let appendBytes = 0;
  for (const record of append.records) {
    const bytes = bytesOf(record);
    if (bytes > recordBytesMax) throw new EventTooLarge({ bytes, bytesMax: recordBytesMax });
    appendBytes += bytes;
  }
  if (appendBytes > appendBytesMax) throw new EventTooLarge({ bytes: appendBytes, bytesMax: appendBytesMax });
}

function requireConsecutive(append: Append): void {
  append.records.forEach((record, index) => {
    if (record.stream !== append.stream || record.revision !== append.expectedRevision + 1 + index) {
      throw new TypeError(`record ${String(record.revision)} does not follow ${String(append.expectedRevision)}`);
    }
    requireWord(record.type);
    if (!isTwoLines(record.text)) throw new TypeError('a record is two lines, with one line feed between them');
  });
}

/** Records travel joined by an empty line, which therefore no record may hold. */
function isTwoLines(text: string): boolean {
  const feed = text.indexOf('\n');
  return feed > 0 && feed < text.length - 1 && text.indexOf('\n', feed + 1) < 0;
}

/** Names travel in lines of words. */
function requireWord(name: string): void {
  if (name === '' || /\s/.test(name)) throw new TypeError(`not one word: ${JSON.stringify(name)}`);
}
