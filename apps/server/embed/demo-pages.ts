import { createHash } from 'node:crypto';
import type { EmbedFile } from './embed-files.js';
import { escaped } from './hub-page.js';

export interface DemoPage {
  /** As the hub's page names it. */
  readonly hub: string;
  /** Our own origin: another than the page's, as in real life. */
  readonly server: string;
  readonly script: EmbedFile;
}

const cooperativeStyle = `
body { margin: 0; font: 17px/1.6 Georgia, serif; color: #2b2b2b; background: #fbf7ef; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 3px solid #7a9a3a; }
h1 { margin: 0; font-size: 1.6rem; }
`;
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const ours = ['http://127.0.0.1:*'];
export const cooperativeLoads = {
  'script-src': ours,
  'connect-src': ours,
  'style-src': ["'self'", hashOf(cooperativeStyle)],
} as const;
export const municipalLoads = { 'script-src': ours, 'connect-src': ours, 'style-src': ["'self'"] } as const;
/** As strict as a hub's own page can be: scripts and answers from our origin alone, styles from its own, and nothing else. */
export const associationLoads = {
  'script-src': ours,
  'connect-src': ours,
  'style-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'object-src': ["'none'"],
} as const;

/** A cooperative's own page, whose editor takes unknown elements away: one version of the script, with its integrity. */
export function cooperativePage({ hub, server, script }: DemoPage): string {
  return `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cooperativa di prova</title><style>${cooperativeStyle}</style></head>
<body>
<header><h1>Cooperativa di prova</h1></header>
<main>
<p>Una pagina inventata, come quella di una piccola cooperativa. Qui sotto c’è la banca del tempo.</p>
<div data-banca-tempo="${escaped(hub)}"></div>
</main>
<footer>Via inventata 1</footer>
<script src="${server}/embed/${script.hash}/banca-tempo.js" integrity="${script.integrity}" crossorigin="anonymous"></script>
</body>
</html>
`;
}

/** A municipality's page with Bootstrap Italia: the evergreen script, and the element itself. */
export function municipalPage({ hub, server }: DemoPage): string {
  return `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Comune di prova</title><link rel="stylesheet" href="/demo/bootstrap-italia.css"></head>
<body>
<header class="it-header-wrapper"><div class="it-header-center-wrapper"><div class="container"><h1 class="h3 text-white">Comune di prova</h1></div></div></header>
<main class="container my-5">
<p class="lead">Una pagina inventata, come quella di un comune. Qui sotto c’è la banca del tempo.</p>
<banca-tempo hub="${escaped(hub)}"></banca-tempo>
</main>
<script src="${server}/embed/v1/banca-tempo.js" defer></script>
</body>
</html>
`;
}

/** For an association's page: its own file, because the page may have no style within. */
export const associationStyle = `
body { margin: 0; font: 16px/1.5 Verdana, sans-serif; color: #222; background: #eef3f6; }
header, main, footer { max-width: 52rem; margin: 0 auto; padding: 1rem; background: #fff; }
header { background: #27496d; color: #fff; }
`;

/** An association's page behind a strict policy: the evergreen script, the element, and nothing inline. */
export function associationPage({ hub, server }: DemoPage): string {
  return `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Associazione di prova</title><link rel="stylesheet" href="/demo/associazione.css"></head>
<body>
<header><h1>Associazione di prova</h1></header>
<main>
<p>Una pagina inventata, come quella di un’associazione che lascia entrare poco. Qui sotto c’è la banca del tempo.</p>
<banca-tempo hub="${escaped(hub)}"></banca-tempo>
</main>
<footer>Piazza inventata 2</footer>
<script src="${server}/embed/v1/banca-tempo.js" defer></script>
</body>
</html>
`;
}
