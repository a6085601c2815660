import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { readDelimiter, type Delimiter } from '../../domain/plain-csv/delimiter.js';
import type { OpenFile } from '../../domain/plain-csv/file-reader.js';
import { FileRefused } from '../../domain/plain-csv/file-refused.js';
import { Misread, problem } from '../../domain/plain-csv/problem.js';
import type { Encoding } from './scan.js';

/** A row with the line it starts on. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

export const linesMax = 1_000_000;
/** A longer record is a quotation mark that nobody closed. */
const recordCharactersMax = 65_536;

/** Every record of the file in turn, the header first. @throws FileRefused where the quotation marks do not add up */
export async function* records(open: OpenFile, encoding: Encoding): AsyncIterable<CsvRecord> {
  const delimiter = await delimiterOf(open, encoding);
  // How far the parser has come, which is further than what was taken from it.
  let parsedThrough = 0;
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    on_record: (record: string[], { lines }) => {
      parsedThrough = lines;
      return record;
    },
    max_record_size: recordCharactersMax,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  });
  // The loop below sees every error: the parser is destroyed with it.
  pipeline(Readable.from(decoded(open, encoding)), parser, () => undefined);
  try {
    for await (const read of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const breaks = read.record.reduce((sum, cell) => sum + lineBreaks(cell), 0);
      const line = read.info.lines - breaks;
      if (line > linesMax) throw new FileRefused([problem('TOO_MANY_LINES', { line }, { max: linesMax })]);
      yield { cells: read.record, line };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileRefused([problem('QUOTE_UNBALANCED', { line: lineOf(error, parsedThrough) })]);
  }
}

async function* decoded(open: OpenFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  for await (const { buffer, byteOffset, length } of open()) {
    yield decoder.write(Buffer.from(buffer, byteOffset, length));
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

async function delimiterOf(open: OpenFile, encoding: Encoding): Promise<Delimiter> {
  let start = '';
  for await (const text of decoded(open, encoding)) {
    start = (start + text).trimStart();
    if (/[\r\n]/.test(start) || start.length > recordCharactersMax) break;
  }
  const delimiter = readDelimiter(start.split(/[\r\n]/, 1)[0] ?? '');
  if (delimiter instanceof Misread) throw new FileRefused([delimiter.at({ line: 1 })]);
  return delimiter;
}

function lineBreaks(cell: string): number {
  return cell.includes('\n') ? cell.split('\n').length - 1 : 0;
}

/** The parser notices an open quotation mark only at the end: the place to look is after the last good record. */
function lineOf(error: CsvError, parsedThrough: number): number {
  const lines: unknown = error['lines'];
  return error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE' || typeof lines !== 'number'
    ? parsedThrough + 1
    : lines;
}
