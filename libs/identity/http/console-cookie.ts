import { fastifyCookie as cookie } from '@fastify/cookie';

/**
 * The cookie of the console. In production its name makes browsers insist that it came over TLS from this host alone
 * and goes nowhere else; without TLS, on one's own machine, browsers would throw such a cookie away.
 */
export class ConsoleCookie {
  private readonly name: string;

  constructor(private readonly isSecure: boolean) {
    this.name = isSecure ? '__Host-reciproca' : 'reciproca';
  }

  /** The secret in a Cookie header. */
  secretIn(header: string): string | undefined {
    return cookie.parse(header)[this.name];
  }

  header(secret: string, lifeSeconds: number): string {
    return cookie.serialize(this.name, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.isSecure,
      maxAge: lifeSeconds,
    });
  }

  /** Takes it away from the browser. */
  removal(): string {
    return this.header('', 0);
  }
}
