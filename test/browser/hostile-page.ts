import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { serverUrl } from '../e2e/server.js';

export interface HostilePage {
  /** Attributes of `<html>`. */
  readonly html?: string;
  /** Before our script. */
  readonly head?: string;
  readonly body: string;
}

/** Somebody else's site, on an origin of its own. */
export interface HostileSite {
  readonly origin: string;
  /** A page that means no harm and is hard to live in. */
  open(page: Page, written: HostilePage): Promise<void>;
  close(): void;
}

export async function openHostileSite(): Promise<HostileSite> {
  let text = '';
  const server = createServer((_request, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  return {
    origin,
    async open(page, { html = '', head = '', body }) {
      const script = `<script src="${serverUrl()}/embed/v1/banca-tempo.js" defer></script>`;
      text = `<!doctype html><html lang="it" ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pagina</title>${head}</head><body>${body}${script}</body></html>`;
      await page.goto(origin);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Whoever calls one of these finds that the page made something else of it. */
export function replaceMethods(): void {
  const kept = new Set(['constructor', 'length', 'toString', 'toLocaleString', 'keys', 'values', 'entries']);
  for (const name of Object.getOwnPropertyNames(Array.prototype)) {
    if (kept.has(name)) continue;
    Object.assign(Array.prototype, {
      [name](): never {
        throw new Error(`the page's own ${name}`);
      },
    });
  }
  Object.assign(Array, { from: () => [], of: () => [] });
  Object.assign(Array.prototype, { remove: () => undefined });
}

export function freezeMethods(): void {
  for (const { prototype } of [Array, String, Map, Set, NodeList]) Object.freeze(prototype);
}

/** What browsers do where a page may keep nothing. */
export function forbidStorage(): void {
  for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(globalThis, name, {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  }
}
