import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { PostgresOutbox } from '#notifications';
import { pageMayLoad } from '../security-headers.js';
import { DemoMailbox } from './demo-mailbox.js';
import { letterLoads, listPage, mailPage, missingPage, pagesLoad } from './demo-mail.page.js';

const html = 'text/html; charset=utf-8';
const settledMsMax = 2_000;
const lookMs = 20;

/** What was sent, for whoever tries the product without a mail server. Never in production. */
@Controller('demo')
export class DemoMailController {
  constructor(
    private readonly mailbox: DemoMailbox,
    private readonly outbox: PostgresOutbox,
  ) {}

  @Get('mail')
  @Header('content-type', html)
  @RouteConfig(pageMayLoad(pagesLoad))
  async list(): Promise<string> {
    await this.settled();
    return listPage(this.mailbox.mails());
  }

  @Get('mail/:id')
  @Header('content-type', html)
  @RouteConfig(pageMayLoad(pagesLoad))
  show(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): string {
    const mail = this.mailbox.mail(id);
    if (!mail) reply.code(404);
    return mail ? mailPage(mail) : missingPage;
  }

  /** The mail alone, as a mail program shows it. */
  @Get('mail/:id/letter')
  @Header('content-type', html)
  @RouteConfig(pageMayLoad(letterLoads))
  letter(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): string {
    const mail = this.mailbox.mail(id);
    if (!mail) reply.code(404);
    return mail?.letter.html ?? '';
  }

  /** The newest first. What was put before it is asked for is there, or on its way for more than two seconds. */
  @Get('mail.json')
  async json(@Query('to') to?: string): Promise<readonly object[]> {
    await this.settled();
    return this.mailbox.mails(to).map(({ id, to: address, date, letter }) => ({
      id,
      to: address,
      date,
      from: letter.from,
      replyTo: letter.replyTo,
      subject: letter.subject,
      text: letter.text,
    }));
  }

  private async settled(): Promise<void> {
    for (const until = Date.now() + settledMsMax; Date.now() < until;) {
      if ((await this.outbox.counts()).waiting === 0) return;
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  }
}
