import type { FootLine } from './foot.js';
import type { Link, MailWords } from './mail-words.js';

/**
 * One column of 600 px in inline styles, which every mail program keeps; colours for the dark in the one style element,
 * which programs that drop it do not need. No picture, nothing from elsewhere.
 */
export function htmlLetter(
  language: 'it' | 'en',
  bank: string,
  { subject, preheader, lead, facts = [], button, notes }: MailWords,
  foot: readonly FootLine[],
): string {
  const sentence = lead.map((part) => (typeof part === 'string' ? escaped(part) : strong(part.strong))).join('');
  const rows = facts.map(({ name, value }) => row(name, value)).join('');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title><style>${styles}</style></head>
<body class="surface" style="margin:0;padding:0;background:#ffffff">
<div style="display:none;max-height:0;overflow:hidden">${escaped(preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;max-width:600px"><tr><td class="text" align="left" style="${text}">
<p class="second" style="margin:0 0 24px;font-size:18px;font-weight:600;color:#455a6b">${escaped(bank)}</p>
<p style="margin:0 0 24px;font-size:20px;line-height:1.3;font-weight:600">${sentence}</p>
${rows === '' ? '' : `<table cellpadding="0" cellspacing="0" style="border-collapse:collapse;margin:0 0 24px">${rows}</table>\n`}${button ? pressed(button) : ''}${notes.map(note).join('\n')}
<div class="second line" style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #c5c7c9;font-size:16px;line-height:1.45;color:#455a6b">${foot.map(footLine).join('<br>')}</div>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

const text =
  "font-family:system-ui,'Segoe UI',Roboto,sans-serif;font-size:18px;line-height:1.5;color:#1a1a1a;overflow-wrap:anywhere";

const styles =
  '@media (min-width:600px){.button{display:inline-block!important}}@media (prefers-color-scheme:dark){.button{background:#7ab8ff!important;color:#0a1a2b!important}.surface{background:#12181f!important}.text{color:#f2f4f6!important}.second{color:#b6c2cd!important}.line{border-color:#3a4653!important}}';

/** The one thing to read: large enough to be copied from a phone to a computer. */
function strong(words: string): string {
  return `<strong style="font-size:28px;font-weight:700;white-space:nowrap">${escaped(words)}</strong>`;
}

/** As wide as a phone, and 56 px high. */
function pressed({ label, to }: Link): string {
  return `<p style="margin:0 0 24px"><a class="button" href="${escaped(to)}" style="display:block;padding:14px 32px;font-size:18px;line-height:28px;font-weight:600;text-align:center;text-decoration:none;color:#ffffff;background:#0066cc;border-radius:8px">${escaped(label)}</a></p>\n`;
}

function footLine({ words, link }: FootLine): string {
  if (!link) return escaped(words);
  return `${escaped(words)} <a class="second" href="${escaped(link.to)}" style="color:#455a6b">${escaped(link.label)}</a>.`;
}

function row(name: string, value: string): string {
  return `<tr><td class="second" style="padding:0 16px 8px 0;vertical-align:top;white-space:nowrap;color:#455a6b">${escaped(name)}</td><td style="padding:0 0 8px;vertical-align:top">${escaped(value)}</td></tr>`;
}

function note(words: string): string {
  return `<p style="margin:0 0 16px;font-size:16px;line-height:1.45">${escaped(words)}</p>`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
}
