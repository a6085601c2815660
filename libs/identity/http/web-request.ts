import type { Page } from '../commands/pages.js';

/** What of a request says where it comes from. */
export interface WebRequest {
  readonly method: string;
  /** Whom it was sent from, as the proxy in front of us says if it is trusted. */
  readonly ip: string;
  /** The host it was sent to, as the browser knows it. */
  readonly host: string;
  readonly headers: {
    readonly 'sec-fetch-site'?: string | string[] | undefined;
    readonly origin?: string | undefined;
    readonly authorization?: string | undefined;
    readonly cookie?: string | undefined;
    readonly 'user-agent'?: string | undefined;
    readonly 'accept-language'?: string | undefined;
  };
}

/** Browsers say truly which page sends a request, and no page can make them say otherwise. */
export function isOwnOrigin({ host, headers }: Pick<WebRequest, 'host' | 'headers'>): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin === undefined) return false;
  return site === 'same-origin' || origin === `https://${host}` || origin === `http://${host}`;
}

/** The page that a sign-in comes from. */
export function pageOf(request: WebRequest): Page {
  const { origin, 'user-agent': agent } = request.headers;
  return { origin, isOwn: isOwnOrigin(request), ip: request.ip, agent };
}
