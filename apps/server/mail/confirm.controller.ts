import { randomUUID } from 'node:crypto';
import { Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { languageOf, passingTrouble, say, type Language } from '#api';
import { CONTACTS, type Contacts } from '#kernel';
import { ConfirmByMail, type ConfirmLink, type Confirmation, type MailLinks } from '#notifications';
import { pageMayLoad } from '../security-headers.js';
import { confirmPage, incompletePage, notNowPage } from './confirm.page.js';
import { mailPageLoads } from './mail-page.js';
import { MAIL_LINKS } from './mail-links.js';

const html = 'text/html; charset=utf-8';
const statuses: Readonly<Partial<Record<Confirmation['status'], number>>> = { refused: 409, gone: 404 };

/**
 * The page of one button that a mail leads to. To open it changes nothing, as programs that look through mails open every
 * link; only the pressed button posts. No cookie and no session: another page has nothing to forge a request with.
 */
@Controller('conferma')
export class ConfirmController {
  constructor(
    private readonly confirming: ConfirmByMail,
    @Inject(MAIL_LINKS) private readonly links: MailLinks,
    @Inject(CONTACTS) private readonly contacts: Contacts,
  ) {}

  @Get(':token')
  @Header('content-type', html)
  @Header('x-robots-tag', 'noindex')
  @RouteConfig(pageMayLoad(mailPageLoads))
  show(
    @Param('token') token: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answer(token, languageOf(languages), reply, (link) => this.confirming.look(link));
  }

  @Post(':token')
  @HttpCode(200)
  @Header('content-type', html)
  @Header('x-robots-tag', 'noindex')
  @RouteConfig(pageMayLoad(mailPageLoads))
  confirm(
    @Param('token') token: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answer(token, languageOf(languages), reply, (link) => this.confirming.confirm(link, randomUUID()));
  }

  private async answer(
    token: string,
    browsers: Language,
    reply: FastifyReply,
    work: (link: ConfirmLink) => Promise<Confirmation>,
  ): Promise<string> {
    const link = this.links.readConfirming(token);
    if (!link) {
      reply.code(404);
      return incompletePage(browsers);
    }
    try {
      const language = (await this.contacts.languagesOf([link.person])).get(link.person) ?? browsers;
      const confirmation = await work(link);
      reply.code(statuses[confirmation.status] ?? 200);
      return confirmPage(confirmation, language);
    } catch (error) {
      const trouble = passingTrouble(error);
      if (!trouble) throw error;
      reply.code(503);
      return notNowPage(say(trouble.words, trouble.facts, browsers), browsers);
    }
  }
}
