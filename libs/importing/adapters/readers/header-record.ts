import type { OpenFile } from '../../domain/plain-csv/file-reader.js';
import { FileRefused } from '../../domain/plain-csv/file-refused.js';
import { readHeader, type Header } from '../../domain/plain-csv/header.js';
import type { Vocabulary } from '../../domain/plain-csv/heading.js';
import { problem } from '../../domain/plain-csv/problem.js';
import { records, type CsvRecord } from './records.js';
import type { Encoding } from './scan.js';

/** The first record, understood. @throws FileRefused */
export async function headerOf<Column extends string>(
  open: OpenFile,
  encoding: Encoding,
  vocabulary: Vocabulary<Column>,
): Promise<Header<Column>> {
  for await (const { cells, line } of records(open, encoding)) {
    const header = readHeader(cells, line, vocabulary);
    if ('places' in header) return header;
    throw new FileRefused(header);
  }
  throw new FileRefused([problem('FILE_EMPTY')]);
}

/** All records but the first. */
export async function* rowsOf(open: OpenFile, encoding: Encoding): AsyncIterable<CsvRecord> {
  let isHeader = true;
  for await (const record of records(open, encoding)) {
    if (!isHeader) yield record;
    isHeader = false;
  }
}
