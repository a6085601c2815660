import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Message } from '#kernel';
import type { Section } from './section.js';
import { csvOf, jsonOf, pageOf } from './written.js';

/**
 * All that is held about a person, as a ZIP: JSON for programs, a CSV a section for spreadsheets, a page for people. Each
 * file is read when the ones before it have gone out, a page of rows at a time, so that the longest history takes no more
 * memory than the shortest.
 */
export function archiveOf(sections: readonly Section[], language: keyof Message): NodeJS.ReadableStream {
  const archive = new yazl.ZipFile();
  const add = (name: string, text: () => AsyncIterable<string>): void => {
    archive.addReadStreamLazy(name, (take) => {
      const stream = Readable.from(buffered(text()));
      stream.on('error', (trouble) => archive.emit('error', trouble));
      take(undefined, stream);
    });
  };
  add(language === 'it' ? 'i-tuoi-dati.html' : 'your-data.html', () => pageOf(sections, language));
  add('data.json', () => jsonOf(sections));
  for (const section of sections) add(`csv/${section.name}.csv`, () => csvOf(section, language));
  archive.end();
  archive.on('error', (trouble: Error) => {
    archive.outputStream.emit('error', trouble);
  });
  return archive.outputStream;
}

const bytesMin = 16_384;

/** Lines are short: a chunk each would cost more than what is in it. */
async function* buffered(lines: AsyncIterable<string>): AsyncIterable<Buffer> {
  let held: string[] = [];
  let length = 0;
  for await (const line of lines) {
    held.push(line);
    length += line.length;
    if (length < bytesMin) continue;
    yield Buffer.from(held.join(''));
    held = [];
    length = 0;
  }
  yield Buffer.from(held.join(''));
}
