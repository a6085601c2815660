import type { FileReader } from '../../domain/plain-csv/file-reader.js';
import { openExchangeFile } from './exchange-file.js';
import { memberRows } from './member-file.js';

/** Spreadsheets of any other system, saved as CSV. */
export const plainCsvReader: FileReader = { exchanges: openExchangeFile, members: memberRows };
