import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { languageOf, passingTrouble, say, type Language } from '#api';
import { CONTACTS, type Contacts } from '#kernel';
import { MailedClaims, type ConfirmLink, type Confirmation, type MailLinks } from '#notifications';
import { pageMayLoad } from '../security-headers.js';
import { confirmPage, incompletePage, notNowPage } from './confirm.page.js';
import { declineFormIn, missingIn, reasonIn } from './decline-form.js';
import type { Declining } from './decline.part.js';
import { mailPageLoads } from './mail-page.js';
import { MAIL_LINKS } from './mail-links.js';

const html = 'text/html; charset=utf-8';
const statuses: Readonly<Partial<Record<Confirmation['status'], number>>> = { refused: 409, gone: 404 };

/** What is to be done with a claim, and what its page then shows of the form. */
type Work = (
  link: ConfirmLink,
  language: Language,
) => Promise<{
  readonly confirmation: Confirmation;
  readonly declining?: Omit<Declining, 'page'>;
}>;

/**
 * The page of one button that a mail leads to. To open it changes nothing, as programs that look through mails open every
 * link; only a pressed button posts. To decline has an address of its own, so that no half-read form is ever taken for a
 * yes. No cookie and no session: another page has nothing to forge a request with.
 */
@Controller('conferma')
export class ConfirmController {
  constructor(
    private readonly claims: MailedClaims,
    @Inject(MAIL_LINKS) private readonly links: MailLinks,
    @Inject(CONTACTS) private readonly contacts: Contacts,
  ) {}

  @Get([':token', ':token/rifiuto'])
  @Header('content-type', html)
  @Header('x-robots-tag', 'noindex')
  @RouteConfig(pageMayLoad(mailPageLoads))
  show(
    @Param('token') token: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answer(token, languages, reply, async (link) => ({ confirmation: await this.claims.look(link) }));
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
    return this.answer(token, languages, reply, async (link) => ({
      confirmation: await this.claims.confirm(link, randomUUID()),
    }));
  }

  /** @param body `reason` and `words`; while one is missing the page says so and nothing changes */
  @Post(':token/rifiuto')
  @HttpCode(200)
  @Header('content-type', html)
  @Header('x-robots-tag', 'noindex')
  @RouteConfig(pageMayLoad(mailPageLoads))
  decline(
    @Param('token') token: string,
    @Body() body: unknown,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const form = declineFormIn(body);
    return this.answer(token, languages, reply, async (link, language) => {
      const missing = missingIn(form, language);
      if (missing !== undefined) return { confirmation: await this.claims.look(link), declining: { form, missing } };
      return { confirmation: await this.claims.decline(link, reasonIn(form, language), randomUUID()) };
    });
  }

  private async answer(token: string, languages: string | undefined, reply: FastifyReply, work: Work): Promise<string> {
    const browsers = languageOf(languages);
    const link = this.links.readConfirming(token);
    if (!link) {
      reply.code(404);
      return incompletePage(browsers);
    }
    try {
      const language = (await this.contacts.languagesOf([link.person])).get(link.person) ?? browsers;
      const { confirmation, declining } = await work(link, language);
      reply.code(declining ? 422 : (statuses[confirmation.status] ?? 200));
      return confirmPage(confirmation, language, { page: `/conferma/${token}`, ...declining });
    } catch (error) {
      const trouble = passingTrouble(error);
      if (!trouble) throw error;
      reply.code(503);
      return notNowPage(say(trouble.words, trouble.facts, browsers), browsers);
    }
  }
}
