import { Module } from '@nestjs/common';
import { plainCsvReader } from './adapters/readers/plain-csv.reader.js';
import { BankBook } from './commands/import-file/bank-book.js';
import { ImportFileHandler } from './commands/import-file/import-file.handler.js';
import { ImportIds } from './commands/import-file/import-ids.js';
import { FILE_READER } from './commands/import-file/import-ports.js';
import { RollForward } from './commands/import-file/roll-forward.js';

/** Brings other systems' files in. Needs CommandBus, QueryBus, StreamWriters, the kernel's ports and IMPORT_STAGING from the application. */
@Module({
  providers: [BankBook, ImportFileHandler, ImportIds, RollForward, { provide: FILE_READER, useValue: plainCsvReader }],
})
export class ImportingModule {}
