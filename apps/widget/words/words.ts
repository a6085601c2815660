import { msg } from '@lit/localize';
import { italian } from './it.js';

type Fact = string | number;
/** As many facts as the sentence has places for. */
type Facts<Text> = Text extends `${string}{2}${string}`
  ? [Fact, Fact, Fact]
  : Text extends `${string}{1}${string}`
    ? [Fact, Fact]
    : Text extends `${string}{0}${string}`
      ? [Fact]
      : [];
type Words<Italian extends Readonly<Record<string, string>>> = {
  readonly [Id in keyof Italian]: (...facts: Facts<Italian[Id]>) => string;
};

/** Each sentence in the language of the page. */
export function wordsOf<Italian extends Readonly<Record<string, string>>>(italian: Italian): Words<Italian> {
  const said = Object.entries(italian).map(
    ([id, text]) => [id, (...facts: readonly Fact[]) => fill(msg(text, { id }), facts)] as const,
  );
  return Object.fromEntries(said) as unknown as Words<Italian>;
}

export const words = wordsOf(italian);

export function fill(text: string, facts: readonly Fact[]): string {
  return elided(text.replace(/\{(\d)\}/g, (_, place: string) => String(facts[Number(place)])));
}

/** "il 8 dicembre" is said "l’8 dicembre", "alle 01:05" "all’01:05"; English has no such words. */
function elided(text: string): string {
  const before = /\b(?:(?:il|d?al|del) (?=(?:8|11)[\s/])|d?alle (?=01:))/gi;
  return text.replace(before, (article) => article.replace(/l(le)? $/, 'll’').replace(/^il/i, ''));
}
