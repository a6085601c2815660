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
