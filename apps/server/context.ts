import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import { HubsModule } from '#hubs';
import { IdentityModule } from '#identity';
import { ImportingModule } from '#importing';
import { LedgerModule } from '#ledger';
import { MembershipModule } from '#membership';
import type { OtherStore } from '#read-model';
import { CoreModule } from './core.module.js';
import { openParts, type Parts } from './parts.js';
import type { Settings } from './settings.js';

/** Everything but the door to the world: commands, queries, projections. */
@Module({})
export class ContextModule {
  static of(parts: Parts): DynamicModule {
    return {
      module: ContextModule,
      imports: [CoreModule.of(parts), LedgerModule, MembershipModule, HubsModule, IdentityModule, ImportingModule],
    };
  }
}

/** The application without HTTP, for programs of the command line. `close` ends it and its parts. */
export interface Context {
  readonly app: INestApplicationContext;
  readonly parts: Parts;
  close(): Promise<void>;
}

export async function createContext(
  settings: Settings,
  log: Logger,
  otherStore: OtherStore = 'refuse',
): Promise<Context> {
  const parts = await openParts(settings, log, otherStore);
  const app = await NestFactory.createApplicationContext(ContextModule.of(parts), { logger: ['error', 'warn'] });
  parts.readModels.start();
  return {
    app,
    parts,
    async close() {
      await app.close();
      await parts.close();
    },
  };
}
