import { readId } from '#api';
import type { HubOrigins } from '#hubs';
import type { HubId } from '#kernel';
import type { ProviderSettings } from '../ports/identity-providers.js';
import type { Destination } from './attempt-cookie.js';

/** As it comes in an address: everything for a hub's page, nothing for the console. */
export interface AskedDestination {
  readonly hub?: unknown;
  /** The address of the page. */
  readonly return?: unknown;
  /** SHA-256, in base64url, of what the page keeps. */
  readonly challenge?: unknown;
}

const challengePattern = /^[A-Za-z0-9_-]{43}$/;

/**
 * @param host ours, as the browser knows it
 * @returns undefined where this provider signs nobody in for such a page, or the page is neither ours nor the hub's own
 */
export async function destinationOf(
  { hub: askedHub, return: askedReturn, challenge }: AskedDestination,
  { isForConsole, hubs }: ProviderSettings,
  host: string,
  origins: Pick<HubOrigins, 'hubsAt'>,
): Promise<Destination | undefined> {
  if (askedHub === undefined) return isForConsole ? { kind: 'console' } : undefined;
  const hub = typeof askedHub === 'string' ? readId<HubId>('hub', askedHub) : undefined;
  const page = typeof askedReturn === 'string' ? pageAt(askedReturn) : undefined;
  if (hub === undefined || page === undefined || !hubs.includes(hub)) return undefined;
  if (typeof challenge !== 'string' || !challengePattern.test(challenge)) return undefined;
  if (page.host !== host && !(await origins.hubsAt(page.origin)).has(hub)) return undefined;
  page.hash = '';
  return { kind: 'embedded', hub, origin: page.origin, returnTo: page.href, challenge };
}

function pageAt(text: string): URL | undefined {
  const page = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = page?.username === '' && page.password === '' && /^https?:$/.test(page.protocol);
  return isPlain ? page : undefined;
}
