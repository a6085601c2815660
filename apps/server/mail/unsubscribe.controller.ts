import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { languageOf, type Language } from '#api';
import { CONTACTS, type Contacts } from '#kernel';
import { UNWANTED_MAILS, type MailLinks, type UnwantedMails } from '#notifications';
import { pageMayLoad } from '../security-headers.js';
import { incompletePage } from './confirm.page.js';
import { mailPageLoads } from './mail-page.js';
import { MAIL_LINKS } from './mail-links.js';
import { askedPage, turnedOffPage, turnedOnPage } from './unsubscribe.page.js';

const html = 'text/html; charset=utf-8';

/** Turns one kind of mail off at one click of the mail program (RFC 8058) or of the page's button. To open it changes nothing. */
@Controller('avvisi')
export class UnsubscribeController {
  constructor(
    @Inject(MAIL_LINKS) private readonly links: MailLinks,
    @Inject(UNWANTED_MAILS) private readonly unwanted: UnwantedMails,
    @Inject(CONTACTS) private readonly contacts: Contacts,
  ) {}

  @Get(':token')
  @Header('content-type', html)
  @Header('x-robots-tag', 'noindex')
  @RouteConfig(pageMayLoad(mailPageLoads))
  async show(
    @Param('token') token: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const link = this.links.readUnsubscribing(token);
    if (!link) return incomplete(reply, languageOf(languages));
    const { person, kind } = link;
    const language = (await this.contacts.languagesOf([person])).get(person) ?? languageOf(languages);
    return (await this.unwanted.has(person, kind)) ? turnedOffPage(kind, language) : askedPage(kind, language);
  }

  /** @param body `wanted=yes` turns it on again; anything else, as what mail programs send, turns it off */
  @Post(':token')
  @HttpCode(200)
  @Header('content-type', html)
  @Header('x-robots-tag', 'noindex')
  @RouteConfig(pageMayLoad(mailPageLoads))
  async turn(
    @Param('token') token: string,
    @Body() body: unknown,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const link = this.links.readUnsubscribing(token);
    if (!link) return incomplete(reply, languageOf(languages));
    const { person, kind } = link;
    const wanted = typeof body === 'object' && body !== null && 'wanted' in body && body.wanted === 'yes';
    await this.unwanted.set(person, kind, wanted);
    const language = (await this.contacts.languagesOf([person])).get(person) ?? languageOf(languages);
    return wanted ? turnedOnPage(kind, language) : turnedOffPage(kind, language);
  }
}

function incomplete(reply: FastifyReply, language: Language): string {
  reply.code(404);
  return incompletePage(language);
}

/** Mail programs may post their one click as a form of either kind; of this one nothing is read. */
export function takeOneClick(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (_request, _body, done) => {
    done(null, {});
  });
}
