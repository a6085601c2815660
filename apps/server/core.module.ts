import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CLOCK, CODEC, EVENT_STORE, StreamWriters, VAULT } from '#event-store';
import { OwnNetworks } from '#hubs';
import { IMPORT_STAGING } from '#importing';
import { CONTACTS, ERASING, MAIL_OUTBOX, NETWORKS, READING_REGISTER } from '#kernel';
import { ExchangeRecords } from '#ledger';
import { UNWANTED_MAILS } from '#notifications';
import { ReadDoor } from '#read-model';
import { identityProviders } from './identity-parts.js';
import type { Parts } from './parts.js';
import { providersInNest } from './provider-parts.js';

/** Gives the parts their names in Nest, for every module. */
@Global()
@Module({})
export class CoreModule {
  static of(parts: Parts): DynamicModule {
    const providers = [
      { provide: CLOCK, useValue: parts.clock },
      { provide: CODEC, useValue: parts.codec },
      { provide: EVENT_STORE, useValue: parts.store },
      { provide: VAULT, useValue: parts.vault },
      { provide: IMPORT_STAGING, useValue: parts.staging },
      { provide: CONTACTS, useValue: parts.contacts },
      { provide: ERASING, useValue: parts.erasures },
      { provide: NETWORKS, useValue: new OwnNetworks(parts.writers) },
      { provide: MAIL_OUTBOX, useValue: parts.outbox },
      { provide: UNWANTED_MAILS, useValue: parts.unwantedMails },
      { provide: READING_REGISTER, useValue: parts.readings },
      { provide: StreamWriters, useValue: parts.writers },
      { provide: ExchangeRecords, useValue: new ExchangeRecords(parts) },
      { provide: ReadDoor, useValue: parts.readModels.door },
      ...identityProviders(parts.identity),
      ...providersInNest(parts.providers),
    ];
    return { module: CoreModule, imports: [CqrsModule.forRoot()], providers, exports: [...providers, CqrsModule] };
  }
}
