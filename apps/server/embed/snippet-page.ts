import { createHash } from 'node:crypto';
import { drawn } from '../mail/mail-page.js';
import { escaped } from './hub-page.js';
import {
  legibilityOf,
  snippetOf,
  spoken,
  styleOf,
  themes,
  type Colours,
  type Legibility,
  type Served,
  type Snippet,
  type Wanted,
} from './snippet.js';
import { snippetStyle } from './snippet.style.js';
import { inWords, type SnippetWord } from './snippet.words.js';

/** What was found out about what was asked for. */
export type Answer =
  | { readonly kind: 'nothing-asked' | 'unknown-hub' }
  | {
      readonly kind: 'found';
      readonly hubName: string;
      readonly bankName: string;
      /** Of the page that was named; undefined where none was, or what was named is none. */
      readonly origin?: string;
      readonly isRegistered: boolean;
    };

export interface SnippetPage {
  readonly language: 'it' | 'en';
  readonly wanted: Wanted;
  /** As it was typed. */
  readonly page: string;
  readonly answer: Answer;
  readonly served: Served;
}

const styleHash = `'sha256-${createHash('sha256').update(snippetStyle).digest('base64')}'`;

/** Itself and the real client; its form leads to itself. */
export const snippetPageLoads: Readonly<Record<string, readonly string[]>> = {
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'style-src': ["'self'", styleHash],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
};

/** For webmasters, whole without scripts but for the preview. */
export function snippetPage(asked: SnippetPage): string {
  const { language, served } = asked;
  const say = (word: SnippetWord, parts?: Readonly<Record<string, string>>) => escaped(inWords(word, language, parts));
  const other = language === 'it' ? 'en' : 'it';
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say('title')}</title><style>${snippetStyle}</style>${coloursLink(asked)}</head>
<body>
<main>
<p class="other"><a href="/embed?lang=${other}" lang="${other}" hreflang="${other}">${other === 'it' ? 'Italiano' : 'English'}</a></p>
<h1>${say('title')}</h1>
<p>${say('lead')}</p>
${form(asked)}
${answered(asked, say)}
</main>
${asked.answer.kind === 'found' ? `<script src="/embed/${served.hash}/banca-tempo.js" integrity="${served.integrity}" crossorigin="anonymous" defer></script>\n` : ''}</body>
</html>
`;
}

/** The preview is in the colours that were chosen: no style of a page's own lines is let in. */
function coloursLink({ wanted: { colours }, answer }: SnippetPage): string {
  if (answer.kind !== 'found' || styleOf(colours) === undefined) return '';
  const query = new URLSearchParams({ ...colours }).toString();
  return `<link rel="stylesheet" href="/embed/colours.css?${escaped(query)}">`;
}

type Say = (word: SnippetWord, parts?: Readonly<Record<string, string>>) => string;

function form({ language, wanted, page, answer }: SnippetPage): string {
  const say = (word: SnippetWord): string => escaped(inWords(word, language));
  const trouble =
    answer.kind === 'unknown-hub'
      ? `<strong class="bad" id="hub-trouble">${escaped(inWords('unknownHub', language, { hub: wanted.hub }))}</strong>`
      : '';
  const choice = (name: 'speaks' | 'theme', values: readonly string[]): string =>
    `<fieldset><legend>${say(name)}</legend>${values
      .map((value) => {
        const checked = wanted[name] === value ? ' checked' : '';
        return `<label class="choice"><input type="radio" name="${name}" value="${value}"${checked}> ${say(`${name}-${value}` as SnippetWord)}</label>`;
      })
      .join('')}</fieldset>`;
  const colour = (name: keyof Colours): string =>
    `<label class="choice"><input type="color" name="${name}" value="${wanted.colours[name]}"> ${say(`colour-${name}`)}</label>`;
  return `<form action="/embed">
<input type="hidden" name="lang" value="${language}">
<div class="field"><label for="hub">${say('hub')}</label>${trouble}<input id="hub" name="hub" value="${escaped(wanted.hub)}" autocapitalize="none" spellcheck="false" aria-describedby="hub-help${trouble === '' ? '' : ' hub-trouble'}"><small id="hub-help">${say('hubHelp')}</small></div>
<div class="field"><label for="page">${say('page')}</label><input id="page" name="page" value="${escaped(page)}" inputmode="url" autocapitalize="none" spellcheck="false" aria-describedby="page-help"><small id="page-help">${say('pageHelp')}</small></div>
${choice('speaks', spoken)}
${choice('theme', themes)}
<fieldset><legend>${say('colours')}</legend>${colour('text')}${colour('surface')}${colour('accent')}<small>${say('coloursHelp')}</small></fieldset>
<button>${say('make')}</button>
</form>`;
}

function answered(asked: SnippetPage, say: Say): string {
  const { answer, wanted, served, page } = asked;
  if (answer.kind !== 'found') return '';
  const snippet = snippetOf(wanted, served);
  return `<h2>${say('found', { hub: answer.hubName, bank: answer.bankName })}</h2>
${page === '' ? '' : registration(answer, say)}
${codes(snippet, say)}
<h3>${say('legible')}</h3>
<ul>${legibilityOf(wanted.colours)
    .map((each) => `<li>${legibility(each, asked.language, say)}</li>`)
    .join('')}</ul>
<h3>${say('preview')}</h3>
<p class="note">${say('previewHelp')}</p>
<div class="preview">${snippet.evergreen.split('\n')[0] ?? ''}</div>
<p><a class="way" href="/h/${encodeURIComponent(wanted.hub)}">${say('ownPage')}</a></p>`;
}

function registration({ origin, isRegistered }: Extract<Answer, { kind: 'found' }>, say: Say): string {
  if (origin === undefined) return `<p class="bad">${drawn('over')}<span>${say('noAddress')}</span></p>`;
  const [look, word] = isRegistered ? (['ok', 'registered'] as const) : (['wait', 'notRegistered'] as const);
  return `<p class="${look}">${drawn(isRegistered ? 'ok' : 'over')}<span>${say(word, { origin })}</span></p>`;
}

function codes({ evergreen, division, pinned, policy, shortcode, style }: Snippet, say: Say): string {
  const block = (title: SnippetWord, code: string, help?: SnippetWord): string =>
    `<h3>${say(title)}</h3>${help ? `<p class="note">${say(help)}</p>` : ''}<pre tabindex="0"><code>${escaped(code)}</code></pre>`;
  return [
    block('code', evergreen, 'codeHelp'),
    ...(style === undefined ? [] : [block('style', style)]),
    block('division', division),
    block('pinned', pinned, 'pinnedHelp'),
    block('wordpress', shortcode),
    block('policy', policy.join('\n'), 'policyHelp'),
  ].join('\n');
}

function legibility({ pair, ratio, isEnough }: Legibility, language: 'it' | 'en', say: Say): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10);
  return say(isEnough ? 'enough' : 'tooLittle', { pair: inWords(`pair-${pair}`, language), ratio: number });
}
