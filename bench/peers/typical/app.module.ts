import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import DataLoader from 'dataloader';
import type { IncomingMessage } from 'node:http';
import { peerSettings, poolSize } from '../settings.js';
import { Tokens } from '../tokens.js';
import { AccountsService } from './accounts.service.js';
import { AccountEntity, EntryEntity, ExchangeEntity } from './entities.js';
import { ExchangesService } from './exchanges.service.js';
import type { RequestContext } from './request-context.js';
import { AccountResolver, StatementLineResolver } from './resolvers.js';

const { databaseUrl, publicJwk } = peerSettings();
const entities = [AccountEntity, ExchangeEntity, EntryEntity];

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [AccountsService],
  exports: [AccountsService],
})
class AccountsModule {}

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: databaseUrl, entities, extra: { max: poolSize } }),
    AccountsModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccountsModule],
      inject: [AccountsService],
      useFactory: (accounts: AccountsService) => ({
        autoSchemaFile: true,
        playground: false,
        introspection: false,
        context: ({ req }: { readonly req: IncomingMessage }): RequestContext => ({
          req,
          members: new DataLoader((ids: readonly string[]) => accounts.members(ids)),
          person: '',
        }),
      }),
    }),
  ],
  providers: [
    AccountResolver,
    StatementLineResolver,
    ExchangesService,
    { provide: Tokens, useFactory: () => Tokens.of(publicJwk) },
  ],
})
export class AppModule {}
