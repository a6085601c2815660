import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { languageOf } from '#api';
import { HubDoorQuery } from '#hubs';
import { BankOfHubQuery } from '#ledger';
import { pageMayLoad } from '../security-headers.js';
import { EmbedFiles } from './embed-files.js';
import { found } from './embed.controller.js';
import { hubPage, hubPageLoads } from './hub-page.js';

/** A hub's client on a page of its own. */
@Controller('h')
export class HubPageController {
  constructor(
    private readonly files: EmbedFiles,
    private readonly queries: QueryBus,
  ) {}

  @Get(':hub')
  @Header('content-type', 'text/html; charset=utf-8')
  @RouteConfig(pageMayLoad(hubPageLoads))
  async page(
    @Param('hub') called: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const hub = await this.queries.execute(new HubDoorQuery(called));
    const bank = hub && (await this.queries.execute(new BankOfHubQuery(hub.hubId)));
    if (!bank) reply.code(404);
    reply.header('vary', 'Accept-Language');
    return hubPage(called, bank?.name ?? 'Reciproca', languageOf(languages), found(this.files.script));
  }

  /** Only for this page: on a hub's own page nothing of ours outlives it. */
  @Get(':hub/worker.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @RouteConfig(pageMayLoad({ 'connect-src': ["'self'"] }))
  worker(@Param('hub') called: string, @Res({ passthrough: true }) reply: FastifyReply): string {
    reply.header('service-worker-allowed', `/h/${encodeURIComponent(called)}`);
    return found(this.files.worker).text;
  }
}
