import { Controller, Get, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { languageOf, say, statusOf, unauthenticated, type TopLevelCode } from '#api';
import { RequestIdentity } from '#identity';
import type { Clock, Message, PersonId } from '#kernel';
import { CLOCK } from '#event-store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { archiveOf } from './archive.js';
import { OwnData } from './own-data.js';

/** Everybody may take their data along as often as they like, but not again and again at once. */
const againAfterMs = 60_000;
const remembered = 10_000;

const tooSoon: Message = {
  it: 'Hai appena scaricato i tuoi dati: riprova tra un minuto.',
  en: 'You have just downloaded your data: try again in a minute.',
};

interface Told {
  readonly error: { readonly code: TopLevelCode; readonly message: string };
}

/** What is held about whoever asks, by their own sign-in: a download, and therefore no GraphQL. */
@Controller('me')
export class OwnDataController {
  private readonly last = new Map<PersonId, number>();

  constructor(
    private readonly ownData: OwnData,
    private readonly identity: RequestIdentity,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('export.zip')
  async export(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | Told> {
    const language = languageOf(request.headers['accept-language']);
    const refuse = (code: TopLevelCode, words: Message): Told => {
      reply.code(statusOf[code]);
      return { error: { code, message: say(words, {}, language) } };
    };
    const bearer = await this.identity.of(request);
    if (!bearer) return refuse('UNAUTHENTICATED', unauthenticated);
    if (!this.mayAsk(bearer.person)) return refuse('RATE_LIMITED', tooSoon);
    const archive = Readable.from(archiveOf(await this.ownData.sectionsOf(bearer.person), language));
    const disposition = `attachment; filename="${language === 'it' ? 'i-tuoi-dati' : 'your-data'}.zip"`;
    return new StreamableFile(archive, { type: 'application/zip', disposition });
  }

  private mayAsk(person: PersonId): boolean {
    const now = this.clock.now();
    const before = this.last.get(person);
    if (before !== undefined && now - before < againAfterMs) return false;
    if (this.last.size >= remembered) this.last.clear();
    this.last.set(person, now);
    return true;
  }
}
