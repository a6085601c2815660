import { Controller, Get, Header, Headers, NotFoundException, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { languageOf, type Language } from '#api';
import { HubDoorQuery, PublicNoticeQuery, type HubDoor } from '#hubs';
import { mailPageLoads } from '../mail/mail-page.js';
import { pageMayLoad } from '../security-headers.js';
import { accessibilityPage, privacyPage, type Door } from './door-pages.js';

const html = 'text/html; charset=utf-8';

/** What anybody may read of a hub before signing in: where its client links to, whole without scripts. */
@Controller('h/:hub')
export class DoorPagesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('privacy')
  @Header('content-type', html)
  @RouteConfig(pageMayLoad(mailPageLoads))
  async privacy(
    @Param('hub') called: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const [hub, language] = [await this.hubCalled(called), languageOf(languages)];
    reply.header('vary', 'Accept-Language');
    return privacyPage(doorOf(hub, language), await this.queries.execute(new PublicNoticeQuery(hub.networkId)));
  }

  @Get('accessibility')
  @Header('content-type', html)
  @RouteConfig(pageMayLoad(mailPageLoads))
  async accessibility(
    @Param('hub') called: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    reply.header('vary', 'Accept-Language');
    return accessibilityPage(doorOf(await this.hubCalled(called), languageOf(languages)));
  }

  private async hubCalled(called: string): Promise<HubDoor> {
    const hub = await this.queries.execute(new HubDoorQuery(called));
    if (!hub) throw new NotFoundException();
    return hub;
  }
}

function doorOf({ nameIt, nameEn, hoursIt, hoursEn, phone }: HubDoor, language: Language): Door {
  const [name, hours] = language === 'en' ? [nameEn ?? nameIt, hoursEn ?? hoursIt] : [nameIt, hoursIt];
  return { language, name, desk: [hours, phone].filter((part) => part !== null).join(' · ') };
}
