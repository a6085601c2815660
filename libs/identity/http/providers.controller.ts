import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TopLevelError, readId, unauthenticated } from '#api';
import { HubOrigins } from '#hubs';
import type { HubId } from '#kernel';
import { OfferedProviders } from '../commands/offered-providers.js';
import { ProviderSignIn } from '../commands/provider-sign-in.js';
import { Seldom, placeOf } from '../commands/seldom.js';
import { Sessions } from '../commands/sessions.js';
import { IDENTITY_PROVIDERS, type IdentityProviders } from '../ports/identity-providers.js';
import { AttemptCookie } from './attempt-cookie.js';
import { ConsoleCookie } from './console-cookie.js';
import { handOver, type HandedOver } from './hand-over.js';
import { Present } from './present.pipe.js';
import { destinationOf, type AskedDestination } from './provider-destination.js';
import { HandoverInput } from './provider.inputs.js';
import { leave, type Leaving } from './provider-leaving.js';
import { ToldErrors } from './told-errors.filter.js';

/** Signing in at somebody else's: there, back, and to the page where the person came from. */
@Controller('auth/providers')
@UseFilters(ToldErrors)
export class ProvidersController {
  constructor(
    @Inject(IDENTITY_PROVIDERS) private readonly providers: IdentityProviders,
    private readonly offered: OfferedProviders,
    private readonly signIn: ProviderSignIn,
    private readonly sessions: Sessions,
    private readonly seldom: Seldom,
    private readonly origins: HubOrigins,
    private readonly attempts: AttemptCookie,
    private readonly cookie: ConsoleCookie,
  ) {}

  /** The buttons of a sign-in page: of a hub, or of the console. */
  @Get()
  list(@Query('hub') asked?: string): object {
    if (asked === undefined) return { providers: this.offered.forConsole() };
    const hub = readId<HubId>('hub', asked);
    return { providers: hub === undefined ? [] : this.offered.at(hub) };
  }

  @Get(':name')
  async begin(
    @Param('name') name: string,
    @Query() asked: AskedDestination,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    leave(await this.wayThere(name, asked, request, reply), request, reply);
  }

  @Get(':name/callback')
  async end(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.header('set-cookie', this.attempts.removal());
    leave(await this.wayBack(name, request, reply), request, reply);
  }

  /** The page that sent somebody asks for their session, from the origin it is on. */
  @Post('handovers')
  @HttpCode(200)
  async takeOver(
    @Body(Present) { code, verifier }: HandoverInput,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HandedOver> {
    const found = await this.signIn.takeOver(code, verifier, headers.origin);
    if (!found) throw new TopLevelError('UNAUTHENTICATED', unauthenticated);
    const { person, hub, origin } = found;
    const place = { kind: 'embedded', hub, origin } as const;
    const opened = await this.sessions.open({ person, place, by: 'provider', agent: headers['user-agent'] });
    return handOver(opened, reply, this.cookie);
  }

  private async wayThere(
    name: string,
    asked: AskedDestination,
    { host, ip }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Leaving> {
    await this.seldom.take(['provider-from-place', placeOf(ip)]);
    const provider = this.providers.all.find((each) => each.name === name);
    const destination = provider && (await destinationOf(asked, provider, host, this.origins));
    if (!destination) return { failure: 'refused' };
    const begun = await this.providers.begin(name);
    if (begun.outcome !== 'begun') return { failure: 'away', destination };
    reply.header('set-cookie', this.attempts.header(begun.attempt, destination));
    return { to: begun.url };
  }

  private async wayBack(name: string, request: FastifyRequest, reply: FastifyReply): Promise<Leaving> {
    const begun = this.attempts.begun(request.headers.cookie);
    if (begun?.attempt.provider !== name) return { failure: 'refused' };
    const { attempt, destination } = begun;
    const proof = await this.providers.finish(attempt, new URL(request.url, 'https://callback.invalid'));
    if (proof.outcome !== 'proved') return { failure: proof.outcome, destination };
    const found = await this.signIn.personOf(proof);
    if ('failure' in found) return { failure: found.failure, destination };
    const { person } = found;
    if (destination.kind === 'embedded') {
      const { hub, origin, challenge, returnTo } = destination;
      return { to: `${returnTo}#reciproca-code=${await this.signIn.handOver({ person, hub, origin, challenge })}` };
    }
    const agent = request.headers['user-agent'];
    const opened = await this.sessions.open({ person, place: destination, by: 'provider', agent });
    handOver(opened, reply, this.cookie);
    return { open: 'console' };
  }
}
