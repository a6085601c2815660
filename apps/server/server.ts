import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fastifyCookie } from '@fastify/cookie';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { FollowHubMovesCommand, HubOrigins, HubPlacement, HubsModule } from '#hubs';
import { BankOfPerson } from '#identity';
import { instant } from '#kernel';
import { BanksWithDueClaimsQuery, DeadlinesProcess, WakeBankCommand } from '#ledger';
import { ExchangeLooks, MailedClaims, PostgresOutbox } from '#notifications';
import { ReadModels } from '#read-model';
import { ContextModule } from './context.js';
import { widgetDocuments } from '../widget/api/trusted-documents.js';
import { answerFirstQuestions } from './doors/first-question.js';
import { letHubPagesAsk, saidToPage } from './doors/hub-pages.js';
import { DemoPagesController } from './embed/demo-pages.controller.js';
import { EmbedController } from './embed/embed.controller.js';
import { EmbedFiles } from './embed/embed-files.js';
import { DoorPagesController } from './embed/door-pages.controller.js';
import { HubPageController } from './embed/hub-page.controller.js';
import { PublicAddress } from './embed/public-address.js';
import { SnippetController } from './embed/snippet.controller.js';
import { examples } from './graphiql/examples.js';
import { GraphiqlController } from './graphiql/graphiql.controller.js';
import { openFrontDoor } from './graphql-engine/front-door.js';
import { answerKnownDocuments } from './graphql-engine/known-documents.js';
import { OperationRates } from './graphql-engine/operation-rates.js';
import { Operations } from './graphql-engine/operations.js';
import { contextFrom } from './graphql-engine/request-context.js';
import { ApiModule } from './graphql/api.module.js';
import { HealthController, STORE_KIND } from './health/health.controller.js';
import { ConfirmController } from './mail/confirm.controller.js';
import { DemoMailController } from './mail/demo-mail.controller.js';
import { DemoMailbox } from './mail/demo-mailbox.js';
import { exchangeLetters, followJournals } from './mail/exchange-mailing.js';
import { MAIL_LINKS } from './mail/mail-links.js';
import { startMailing } from './mail/mailing.js';
import { UnsubscribeController, takeOneClick } from './mail/unsubscribe.controller.js';
import { NestLogger } from './nest-logger.js';
import { OwnDataController } from './own-data/own-data.controller.js';
import { OwnData } from './own-data/own-data.js';
import { keepUp } from './erasure/upkeep.js';
import { openParts, type Parts } from './parts.js';
import { setSecurityHeaders } from './security-headers.js';
import type { Settings } from './settings.js';
import { runSigningIn } from './signing-in.js';
import { StatementController } from './statement/statement.controller.js';
import { Statements } from './statement/statements.js';
import type { EngineOptions } from './graphql-engine/engine-options.js';

const bodyLimit = 100 * 1024;
/** The link of a mail is the longest word of a path. */
const maxParamLength = 200;
/** What the build made of apps/widget: beside the server's own files. */
const builtScripts = fileURLToPath(new URL('../../embed/', import.meta.url));

@Module({})
class ServerModule {
  static of(
    parts: Parts,
    options: EngineOptions,
    mailbox: DemoMailbox | undefined,
    address: PublicAddress,
    scripts: EmbedFiles,
  ): DynamicModule {
    return {
      module: ServerModule,
      imports: [ContextModule.of(parts), HubsModule, ApiModule.of(options)],
      controllers: [
        HealthController,
        EmbedController,
        HubPageController,
        SnippetController,
        DoorPagesController,
        OwnDataController,
        StatementController,
        ConfirmController,
        UnsubscribeController,
        ...(options.production ? [] : [GraphiqlController, DemoPagesController]),
        ...(mailbox ? [DemoMailController] : []),
      ],
      providers: [
        OwnData,
        Statements,
        { provide: OperationRates, useValue: options.rates },
        { provide: EmbedFiles, useValue: scripts },
        { provide: PublicAddress, useValue: address },
        ExchangeLooks,
        MailedClaims,
        { provide: MAIL_LINKS, useValue: parts.mailLinks },
        { provide: ReadModels, useValue: parts.readModels },
        { provide: PostgresOutbox, useValue: parts.outbox },
        ...(mailbox ? [{ provide: DemoMailbox, useValue: mailbox }] : []),
        { provide: STORE_KIND, useValue: parts.storeKind },
      ],
    };
  }
}

/** The whole server in one process: commands, queries, projections and the door to the world. */
export interface Server {
  readonly url: string;
  /** Takes no new request, answers what was begun, then closes what lies below. */
  close(): Promise<void>;
}

/** @throws with one sentence where it cannot serve safely */
export async function startServer(settings: Settings, log: Logger): Promise<Server> {
  const parts = await openParts(settings, log);
  try {
    return await serve(settings, parts, log);
  } catch (trouble) {
    await parts.close();
    throw trouble;
  }
}

async function serve(settings: Settings, parts: Parts, log: Logger): Promise<Server> {
  const operations = new Operations();
  const contextOf = contextFrom(parts.identity.requests);
  const production = settings.environment === 'production';
  const engine: EngineOptions = {
    operations,
    contextOf,
    rates: new OperationRates(settings.rates),
    production,
    trusted: [...examples.map(({ document }) => document), ...widgetDocuments],
  };
  const mailbox = production || settings.smtp ? undefined : new DemoMailbox();
  const scripts = new EmbedFiles(builtScripts, settings.embedFolder);
  const module = ServerModule.of(parts, engine, mailbox, new PublicAddress(settings.publicUrl), scripts);
  const trustProxy = settings.trustedProxies.length > 0 && [...settings.trustedProxies];
  const adapter = new FastifyAdapter({ bodyLimit, trustProxy, routerOptions: { maxParamLength } });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(log),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  const asEverywhere = await setSecurityHeaders(fastify);
  // For the words it reads and writes cookies with: no request but those of the console and of providers has any.
  await fastify.register(fastifyCookie, { hook: false });
  takeOneClick(fastify);
  const origins = app.get(HubOrigins);
  const isRegistered = async (origin: string) => (await origins.hubsAt(origin)).size > 0;
  letHubPagesAsk(fastify, isRegistered);
  answerKnownDocuments(fastify, engine);
  openFrontDoor(fastify, engine, {
    everywhere: asEverywhere,
    toPage: (request) => saidToPage(request, isRegistered),
  });
  answerFirstQuestions(fastify);
  await app.listen(settings.port, settings.host);
  parts.readModels.start();
  const ended = new AbortController();
  const [commands, queries] = [app.get(CommandBus), app.get(QueryBus)];
  const letters = exchangeLetters(queries, parts, settings.publicUrl ?? (await app.getUrl()));
  const mailing = startMailing(settings, parts, letters, mailbox, log);
  const telling = followJournals(queries, parts, log, ended.signal);
  const placing = placeHubs(commands, parts, log, ended.signal);
  const signingIn = runSigningIn(parts, app.get(BankOfPerson), log, ended.signal);
  const upkeep = keepUp(settings, parts, commands, log, ended.signal);
  const waking = wakeBanks(commands, queries, parts, log, ended.signal);
  return {
    url: await app.getUrl(),
    async close() {
      ended.abort();
      await app.close();
      await placing;
      await upkeep;
      await waking;
      await telling;
      await signingIn;
      await mailing.close();
      await parts.close();
    },
  };
}

/** Tells journals where their hubs hang. */
function placeHubs(commands: CommandBus, { store }: Parts, log: Logger, signal: AbortSignal): Promise<void> {
  const placement = new HubPlacement({
    store,
    follow: (network, after) => commands.execute(new FollowHubMovesCommand(network, after, 'hub-placement')),
    onTrouble: (err) => {
      log.warn({ err }, 'a bank could not be told where a hub hangs');
    },
    pause: (ms) => pause(ms, undefined, { signal }).catch(() => undefined),
  });
  return placement.run(signal);
}

/** Claims expire in banks that nobody touches. */
function wakeBanks(
  commands: CommandBus,
  queries: QueryBus,
  { clock }: Parts,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const deadlines = new DeadlinesProcess({
    due: () => queries.execute(new BanksWithDueClaimsQuery(instant(clock.now()))),
    wake: (bank) => commands.execute(new WakeBankCommand(bank)),
    onTrouble: (err) => {
      log.warn({ err }, 'what is due in a bank could not be decided');
    },
    pause: (ms) => pause(ms, undefined, { signal }).catch(() => undefined),
  });
  return deadlines.run(signal);
}
