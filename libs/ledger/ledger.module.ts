import { Module } from '@nestjs/common';
import { ledgerCommandHandlers } from './ledger.command-handlers.js';
import { AccountAccess } from './views/access/account-access.js';
import { ledgerQueryHandlers } from './views/ledger.views.js';

/** Needs CommandBus, StreamWriters and ReadDoor from the application. */
@Module({ providers: [...ledgerCommandHandlers, ...ledgerQueryHandlers, AccountAccess], exports: [AccountAccess] })
export class LedgerModule {}
