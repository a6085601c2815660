import { createHash } from 'node:crypto';
import type { AddressedLetter } from '#notifications';

const style = `
:root { color-scheme: light dark; --text: #1a1a1a; --second: #455a6b; --surface: #ffffff; --line: #c5c7c9; --accent: #0066cc; }
@media (prefers-color-scheme: dark) { :root { --text: #f2f4f6; --second: #b6c2cd; --surface: #12181f; --line: #3a4653; --accent: #7ab8ff; } }
body { font: 18px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--text); background: var(--surface); margin: 24px auto; padding: 0 16px; max-width: 45rem; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 20px; font-weight: 600; margin: 32px 0 8px; }
p { margin: 0 0 24px; max-width: 36em; }
.note, dt, time { font-size: 16px; color: var(--second); }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li a { display: block; min-height: 48px; padding: 12px 0; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
li strong { color: var(--accent); font-weight: 600; text-decoration: underline; }
li span { display: block; }
dl { margin: 0 0 24px; }
dd { margin: 0 0 8px; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.back { display: inline-block; padding: 12px 0; }
iframe { width: 100%; box-sizing: border-box; height: 560px; border: 1px solid var(--line); border-radius: 8px; }
pre { font: 16px/1.45 ui-monospace, monospace; white-space: pre-wrap; border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin: 0; }
`;

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** No script, and the letter in a frame. */
export const pagesLoad = { 'style-src': [styleHash], 'frame-src': ["'self'"] };

/** A letter has its styles in its lines, as mail programs want them; it can do nothing, and is shown in our page alone. */
export const letterLoads = { 'style-src': ["'unsafe-inline'"], 'frame-ancestors': ["'self'"], sandbox: [] };

/** All mails, the newest first. */
export function listPage(mails: readonly AddressedLetter[]): string {
  const none = '<p>Ancora nessuna e-mail. <span lang="en">No mail yet.</span></p>';
  return page('E-mail di prova', [
    '<p>Qui arrivano le e-mail finché non c’è un server di posta. Spariscono quando il server si ferma.<br><span lang="en" class="note">Mails come here while there is no mail server. They are gone when the server stops.</span></p>',
    '<a class="back" href="/demo/mail">Guarda di nuovo · <span lang="en">Look again</span></a>',
    mails.length === 0 ? none : `<ul>${mails.map(item).join('')}</ul>`,
  ]);
}

/** One mail: who, when, the letter as a mail program shows it, and its plain text. */
export function mailPage({ id, to, date, letter }: AddressedLetter): string {
  return page(letter.subject, [
    '<a class="back" href="/demo/mail">‹ Tutte le e-mail · <span lang="en">All mails</span></a>',
    `<dl><dt>Da · <span lang="en">From</span></dt><dd>${escaped(letter.from)}</dd>
<dt>A · <span lang="en">To</span></dt><dd>${escaped(to)}</dd>
<dt>Quando · <span lang="en">When</span></dt><dd>${timeOf(date)}</dd></dl>`,
    `<iframe title="E-mail" src="/demo/mail/${id}/letter"></iframe>`,
    `<h2>Solo testo · <span lang="en">Text only</span></h2><pre>${escaped(letter.text)}</pre>`,
  ]);
}

/** What was sent before the server was started again, or never. */
export const missingPage = page('E-mail di prova', [
  '<p>Questa e-mail non c’è più. <span lang="en">This mail is gone.</span></p>',
  '<a class="back" href="/demo/mail">‹ Tutte le e-mail · <span lang="en">All mails</span></a>',
]);

function item({ id, to, date, letter }: AddressedLetter): string {
  return `<li><a href="/demo/mail/${id}"><strong>${escaped(letter.subject)}</strong><span>${escaped(to)}</span>${timeOf(date)}</a></li>`;
}

function page(title: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
<h1>${escaped(title)}</h1>
${parts.join('\n')}
</body>
</html>
`;
}

function timeOf(date: Date): string {
  return `<time datetime="${date.toISOString()}">${date.toISOString().slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
