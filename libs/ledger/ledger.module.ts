import { Module } from '@nestjs/common';
import { ledgerCommandHandlers } from './ledger.command-handlers.js';

/** Needs CommandBus and StreamWriters from the application. */
@Module({ providers: [...ledgerCommandHandlers] })
export class LedgerModule {}
