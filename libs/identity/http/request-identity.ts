import { bearerOf, type Bearer, type Tokens } from '../ports/tokens.js';
import type { EndedSessions } from '../ports/ended-sessions.js';
import type { ConsoleSessions } from './console-sessions.js';
import { isOwnOrigin, type WebRequest } from './web-request.js';

/** What reads nothing but what is its own to read may come from anywhere; a page cannot send such a request with a body. */
const harmlessMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Who sent a request: by the bearer token of its header, or by the console's cookie. */
export class RequestIdentity {
  constructor(
    private readonly tokens: Tokens,
    private readonly ended: Pick<EndedSessions, 'has'>,
    private readonly consoles: ConsoleSessions,
  ) {}

  /** undefined for everything that proves nobody, whatever is wrong with it. */
  async of(request: WebRequest): Promise<Bearer | undefined> {
    const { authorization, cookie } = request.headers;
    const token = bearerOf(authorization);
    if (token !== undefined) return this.ofToken(token, request);
    return cookie === undefined || authorization !== undefined ? undefined : this.ofCookie(cookie, request);
  }

  /** A token of a hub's page is no good on any other page. What is no page sends no origin, and could send any. */
  private async ofToken(token: string, { headers }: WebRequest): Promise<Bearer | undefined> {
    const bearer = await this.tokens.bearer(token);
    if (bearer?.session === undefined) return bearer;
    if (bearer.origin !== undefined && headers.origin !== undefined && headers.origin !== bearer.origin) {
      return undefined;
    }
    return (await this.ended.has(bearer.session)) ? undefined : bearer;
  }

  /** The browser sends the cookie by itself: what changes something must come from a page of ours. */
  private async ofCookie(cookie: string, request: WebRequest): Promise<Bearer | undefined> {
    if (!harmlessMethods.has(request.method) && !isOwnOrigin(request)) return undefined;
    const bearer = await this.consoles.of(cookie);
    return bearer?.session === undefined || (await this.ended.has(bearer.session)) ? undefined : bearer;
  }
}
