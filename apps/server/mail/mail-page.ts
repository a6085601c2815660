import { createHash } from 'node:crypto';

const style = `
:root { color-scheme: light dark; --text: #1a1a1a; --second: #455a6b; --surface: #ffffff; --line: #c5c7c9; --line-2: #5d7083; --bad: #b3253f; --accent: #0066cc; --on-accent: #ffffff; --hover: #0052a3; --ok: #006b47; }
@media (prefers-color-scheme: dark) { :root { --text: #f2f4f6; --second: #b6c2cd; --surface: #12181f; --line: #3a4653; --line-2: #8797a6; --bad: #ff9aab; --accent: #7ab8ff; --on-accent: #0a1a2b; --hover: #a2cdff; --ok: #6fd3a8; } }
body { font: 18px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--text); background: var(--surface); margin: 24px auto; padding: 0 16px; max-width: 36em; overflow-wrap: anywhere; }
h1 { display: flex; gap: 8px; font-size: 24px; line-height: 1.25; margin: 0 0 16px; }
h1 svg { flex: none; width: 24px; height: 24px; margin-top: 3px; fill: currentColor; }
h1 svg.ok { fill: var(--ok); }
p { margin: 0 0 16px; }
.bank { font-weight: 600; color: var(--second); margin: 0 0 24px; }
.duration { font-size: 40px; line-height: 1.1; font-weight: 700; }
.note, footer { font-size: 16px; line-height: 1.45; color: var(--second); }
form { margin: 24px 0 16px; }
button { font: inherit; font-weight: 600; box-sizing: border-box; min-height: 56px; padding: 0 32px; width: 100%; color: var(--on-accent); background: var(--accent); border: 2px solid transparent; border-radius: 8px; cursor: pointer; }
button:hover { background: var(--hover); }
@media (min-width: 600px) { button { width: auto; min-width: 16em; } }
button.soft { color: var(--text); background: var(--surface); border-color: var(--line-2); }
button.soft:hover { background: var(--surface); border-color: var(--text); }
summary { display: inline-block; padding: 12px 0; margin: 0 0 8px; color: var(--accent); text-decoration: underline; cursor: pointer; }
summary::-webkit-details-marker { display: none; }
fieldset { border: 0; margin: 0 0 24px; padding: 0; }
legend { font-weight: 600; padding: 0; }
label { display: block; font-weight: 600; }
fieldset label { display: flex; gap: 8px; align-items: center; min-height: 48px; font-weight: 400; cursor: pointer; }
fieldset label + label { margin-top: 8px; }
input { flex: none; width: 24px; height: 24px; margin: 0; accent-color: var(--accent); }
textarea { font: inherit; box-sizing: border-box; width: 100%; margin: 4px 0; padding: 8px 12px; color: var(--text); background: var(--surface); border: 2px solid var(--line-2); border-radius: 8px; }
.problem { display: flex; gap: 8px; color: var(--bad); font-weight: 600; margin: 4px 0 8px; }
.problem svg { flex: none; width: 24px; height: 24px; fill: currentColor; }
a { color: var(--accent); }
a.way { display: inline-block; padding: 12px 0; margin: 0 0 8px; }
:is(a, button, summary, input, textarea):focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
footer { margin: 32px 0 0; padding: 16px 0 0; border-top: 1px solid var(--line); }
`;

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Its own style, and a form to itself; no script, nothing from elsewhere. */
export const mailPageLoads: Readonly<Record<string, readonly string[]>> = {
  'style-src': [styleHash],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
};

/** Outlines of Bootstrap Italia's set (BSD-3-Clause): beside words, never instead of them. */
const signs = {
  ok: 'M17.1 7.9l.7.7-7.8 7.6-4.7-4.6.7-.7 4 3.9zM22 12c0 5.5-4.5 10-10 10S2 17.5 2 12 6.5 2 12 2s10 4.5 10 10m-1 0c0-5-4-9-9-9s-9 4-9 9 4 9 9 9 9-4 9-9',
  over: 'M12 2C6.5 2 2 6.5 2 12s4.5 10 10 10 10-4.5 10-10S17.5 2 12 2m0 19c-5 0-9-4-9-9s4-9 9-9 9 4 9 9-4 9-9 9M11.3 6h1.5v2h-1.5zm0 3h1.5v9h-1.5z',
} as const;

export interface MailPage {
  readonly language: 'it' | 'en';
  /** The bank's name, where one is known. */
  readonly bank?: string;
  readonly title: string;
  /** Shown beside the title: it is done, or there is nothing to do. */
  readonly sign?: keyof typeof signs;
  /** HTML, made of escaped words. */
  readonly parts: readonly string[];
  /** How to reach a person. */
  readonly help?: string;
}

/** A page that a mail leads to: whole without scripts, known to no search engine, and silent about where it was opened from. */
export function mailPage({ language, bank, title, sign, parts, help }: MailPage): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
<main>
${bank === undefined ? '' : `<p class="bank">${escaped(bank)}</p>\n`}<h1>${sign === undefined ? '' : drawn(sign)}${escaped(title)}</h1>
${parts.join('\n')}
</main>
${help === undefined ? '' : `<footer>${escaped(help)}</footer>\n`}</body>
</html>
`;
}

/** Beside words, never instead of them. */
export function drawn(sign: keyof typeof signs): string {
  return `<svg class="${sign}" viewBox="0 0 24 24" aria-hidden="true"><path d="${signs[sign]}"/></svg>`;
}

export function paragraph(words: string, look?: 'note' | 'duration'): string {
  return `<p${look === undefined ? '' : ` class="${look}"`}>${escaped(words)}</p>`;
}

/** A form that posts to the page's own address, or to the one that is named. */
export function button(label: string, field = '', to?: string): string {
  const action = to === undefined ? '' : ` action="${escaped(to)}"`;
  return `<form method="post"${action}>${field}<button>${escaped(label)}</button></form>`;
}

export function way(words: string, to: string): string {
  return `<a class="way" href="${escaped(to)}">${escaped(words)}</a>`;
}

const letters: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (letter) => letters[letter] ?? '');
}
