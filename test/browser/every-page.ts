import type { Page } from 'playwright-core';
import { inTheWay } from './sights.js';

/** The client's own page, and one of each kind of hub. */
export const kinds = ['own', 'comune', 'cooperativa', 'associazione'] as const;
export type Kind = (typeof kinds)[number];

/** The invented pages stand on an origin of their own, as hubs' pages do. */
export const elsewhereOf = (server: string): string => server.replace('127.0.0.1', 'localhost');

/** @param hub as its page names it */
export function addressOf(kind: Kind, server: string, hub: string): string {
  return kind === 'own' ? `${server}/h/${hub}` : `${elsewhereOf(server)}/demo/${kind}?hub=${hub}`;
}

export interface Opened {
  readonly kind: Kind;
  readonly page: Page;
}

/** The same view on each, side by side: each is its own browser's. @returns what is in somebody's way */
export async function inTheWayOn<One extends Opened>(
  pages: readonly One[],
  open: (one: One) => Promise<unknown>,
): Promise<readonly object[]> {
  const found = pages.map(async (one) => {
    await open(one);
    return (await inTheWay(one.page)).map((each) => ({ kind: one.kind, ...each }));
  });
  return (await Promise.all(found)).flat();
}
