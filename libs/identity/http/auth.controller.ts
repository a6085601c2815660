import { Body, Controller, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TopLevelError, idOf, languageOf, unauthenticated } from '#api';
import { HubOrigins } from '#hubs';
import { asId, type HubId } from '#kernel';
import { AskCodeCommand, type CodeAsked } from '../commands/ask-code/ask-code.command.js';
import { EnterCodeCommand } from '../commands/enter-code/enter-code.command.js';
import { EnterPrintedCodeCommand } from '../commands/enter-printed-code/enter-printed-code.command.js';
import type { Kept } from '../commands/opening.js';
import { Sessions } from '../commands/sessions.js';
import type { SessionId } from '../domain/session/session.state.js';
import type { ChallengeId } from '../ports/challenges.js';
import type { KeptSession } from '../ports/session-store.js';
import type { Bearer } from '../ports/tokens.js';
import { ConsoleCookie } from './console-cookie.js';
import { Present } from './present.pipe.js';
import { RequestIdentity } from './request-identity.js';
import { AskCodeInput, EnterCodeInput, RefreshInput, SignOutInput } from './sign-in.inputs.js';
import { handOver, type HandedOver } from './hand-over.js';
import { ToldErrors } from './told-errors.filter.js';
import { isOwnOrigin, pageOf } from './web-request.js';

/** Signing in and out: the one part of the API that is no GraphQL, because of its cookie and because a stranger asks. */
@Controller('auth')
@UseFilters(ToldErrors)
export class AuthController {
  constructor(
    private readonly commands: CommandBus,
    private readonly sessions: Sessions,
    private readonly identity: RequestIdentity,
    private readonly cookie: ConsoleCookie,
    private readonly origins: HubOrigins,
  ) {}

  @Post('code')
  @HttpCode(200)
  askCode(@Body(Present) { address, hub }: AskCodeInput, @Req() request: FastifyRequest): Promise<CodeAsked> {
    const language = languageOf(request.headers['accept-language']);
    return this.commands.execute(new AskCodeCommand(address, hubIn(hub), pageOf(request), language));
  }

  @Post('token')
  @HttpCode(200)
  async enterCode(
    @Body(Present) input: EnterCodeInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HandedOver> {
    return handOver(await this.commands.execute(enteredIn(input, request)), reply, this.cookie);
  }

  @Post('refresh')
  @HttpCode(200)
  async refresh(@Body(Present) { refresh, device }: RefreshInput, @Req() request: FastifyRequest): Promise<Kept> {
    const registered = await this.origins.hubsAt(request.headers.origin ?? '');
    const mayUse = ({ place }: KeptSession): boolean =>
      place.kind === 'embedded' &&
      place.origin === request.headers.origin &&
      (isOwnOrigin(request) || registered.has(place.hub));
    const kept = await this.sessions.refresh(refresh, device, mayUse);
    if (!kept) throw new TopLevelError('UNAUTHENTICATED', unauthenticated);
    return kept;
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(
    @Body() { session }: SignOutInput = {},
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const bearer = await this.bearer(request);
    const ended = session === undefined ? bearer.session : asId<SessionId>(session);
    if (ended !== undefined) await this.sessions.end(bearer.person, ended);
    if (ended === bearer.session) this.takeCookie(request, reply);
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  async signOutEverywhere(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { person } = await this.bearer(request);
    await this.sessions.end(person, 'all');
    this.takeCookie(request, reply);
  }

  private async bearer(request: FastifyRequest): Promise<Bearer> {
    const bearer = await this.identity.of(request);
    if (!bearer) throw new TopLevelError('UNAUTHENTICATED', unauthenticated);
    return bearer;
  }

  private takeCookie({ headers }: FastifyRequest, reply: FastifyReply): void {
    if (headers.cookie !== undefined) reply.header('set-cookie', this.cookie.removal());
  }
}

const incomplete = {
  it: 'Manca la richiesta del codice, oppure il numero di socio con il suo hub.',
  en: 'It lacks the request for the code, or the member number with its hub.',
};

function enteredIn(
  { code, challenge, memberNumber, hub }: EnterCodeInput,
  request: FastifyRequest,
): EnterCodeCommand | EnterPrintedCodeCommand {
  const page = pageOf(request);
  if (challenge !== undefined) return new EnterCodeCommand(asId<ChallengeId>(challenge), code, page);
  if (memberNumber === undefined || hub === undefined)
    throw new TopLevelError('BAD_USER_INPUT', incomplete, 'challenge');
  return new EnterPrintedCodeCommand(memberNumber, code, idOf<HubId>('hub', hub), page);
}

function hubIn(hub: string | undefined): HubId | undefined {
  return hub === undefined ? undefined : idOf<HubId>('hub', hub);
}
