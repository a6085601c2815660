import { createHash } from 'node:crypto';
import type { EmbedFile } from './embed-files.js';

const style = `
:root { color-scheme: light dark; }
body { margin: 0; }
main { margin: 0 auto; max-width: 72rem; }
@media (min-width: 40rem) { main { padding: 24px; } }
`;

/** Where the browser keeps nothing, or knows no workers, the page works all the same while there is a network. */
const script = `
if ('serviceWorker' in navigator) {
  const { pathname } = location;
  addEventListener('load', () => {
    navigator.serviceWorker.register(pathname + '/worker.js', { scope: pathname }).catch(() => undefined);
  });
}
`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Itself, its own script and its own server; nothing from elsewhere. */
export const hubPageLoads: Readonly<Record<string, readonly string[]>> = {
  'connect-src': ["'self'"],
  'script-src': ["'self'", hashOf(script)],
  'style-src': [hashOf(style)],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** The client by itself, as large as the window: for whoever comes without a hub's own page. */
export function hubPage(hub: string, title: string, language: 'it' | 'en', { hash, integrity }: EmbedFile): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
<main><banca-tempo hub="${escaped(hub)}" theme="auto" heading-level="1"></banca-tempo></main>
<script src="/embed/${hash}/banca-tempo.js" integrity="${integrity}" crossorigin="anonymous"></script>
<script>${script}</script>
</body>
</html>
`;
}

export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
