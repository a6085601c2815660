import { contrast, contrastMin } from '../../widget/element/contrast.js';
import { escaped } from './hub-page.js';

export const themes = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof themes)[number];
export const spoken = ['page', 'it', 'en'] as const;
/** `page`: as the page around it says. */
export type Spoken = (typeof spoken)[number];

/** Six digits each, as `#0066cc`. */
export interface Colours {
  readonly text: string;
  readonly surface: string;
  readonly accent: string;
}

/** What the client has where nobody says otherwise. */
export const ourColours: Colours = { text: '#1a1a1a', surface: '#ffffff', accent: '#0066cc' };
const onAccent = '#ffffff';

export interface Wanted {
  /** As the page names it: `rho`, `opcafe.rho`. */
  readonly hub: string;
  readonly speaks: Spoken;
  readonly theme: Theme;
  readonly colours: Colours;
}

/** Our server as browsers find it, and the version of the script that is being served. */
export interface Served {
  readonly server: string;
  readonly hash: string;
  readonly integrity: string;
}

export interface Snippet {
  /** Always the newest version, with the element. */
  readonly evergreen: string;
  /** For editors that take unknown elements away. */
  readonly division: string;
  /** One version, which the browser checks. */
  readonly pinned: string;
  readonly policy: readonly string[];
  readonly shortcode: string;
  /** For the page's own style sheet; none where the colours are ours. */
  readonly style?: string;
}

/** What a webmaster copies, to the letter. */
export function snippetOf(wanted: Wanted, { server, hash, integrity }: Served): Snippet {
  const { hub, speaks, theme } = wanted;
  const attributes = [
    ...(speaks === 'page' ? [] : [['lang', speaks] as const]),
    ...(theme === 'light' ? [] : [['theme', theme] as const]),
  ];
  const written = (prefix: string) => attributes.map(([name, value]) => ` ${prefix}${name}="${value}"`).join('');
  const style = styleOf(wanted.colours);
  const element = `<banca-tempo hub="${escaped(hub)}"${written('')}></banca-tempo>`;
  const script = `<script src="${server}/embed/v1/banca-tempo.js" defer></script>`;
  return {
    evergreen: `${element}\n${script}`,
    division: `<div data-banca-tempo="${escaped(hub)}"${written('data-')}></div>\n${script}`,
    pinned: `${element}\n<script src="${server}/embed/${hash}/banca-tempo.js" integrity="${integrity}" crossorigin="anonymous" defer></script>`,
    policy: [`script-src ${server}`, `connect-src ${server}`],
    shortcode: `[banca_tempo hub="${escaped(hub)}"${written('')}]`,
    ...(style === undefined ? {} : { style }),
  };
}

/** Only what differs from ours is said. */
export function styleOf(colours: Colours): string | undefined {
  const said = (['text', 'surface', 'accent'] as const).filter((name) => colours[name] !== ourColours[name]);
  if (said.length === 0) return undefined;
  const lines = said.map((name) => `  --tb-${name}: ${colours[name]};`);
  return `banca-tempo,\n[data-banca-tempo] {\n${lines.join('\n')}\n}`;
}

export interface Legibility {
  readonly pair: 'text' | 'links' | 'button';
  /** 4.5 and more is legible. */
  readonly ratio: number;
  readonly isEnough: boolean;
}

/** The very test by which the client drops colours of a page. */
export function legibilityOf({ text, surface, accent }: Colours): readonly Legibility[] {
  const pairs = [
    ['text', text, surface],
    ['links', accent, surface],
    ['button', onAccent, accent],
  ] as const;
  return pairs.map(([pair, one, other]) => {
    const ratio = contrast(inParts(one), inParts(other)) ?? 0;
    return { pair, ratio, isEnough: ratio >= contrastMin };
  });
}

/** #0066cc as rgb(0, 102, 204), as browsers say it. */
function inParts(colour: string): string {
  const parts = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
  return `rgb(${parts.join(', ')})`;
}
