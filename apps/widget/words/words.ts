import { msg } from '@lit/localize';
import { italian, type Italian, type WordId } from './it.js';

type Fact = string | number;
/** As many facts as the sentence has places for. */
type Facts<Text> = Text extends `${string}{2}${string}`
  ? [Fact, Fact, Fact]
  : Text extends `${string}{1}${string}`
    ? [Fact, Fact]
    : Text extends `${string}{0}${string}`
      ? [Fact]
      : [];
type Words = { readonly [Id in WordId]: (...facts: Facts<Italian[Id]>) => string };

/** Each sentence in the language of the page. */
export const words = Object.fromEntries(
  Object.entries(italian).map(([id, text]) => [id, (...facts: readonly Fact[]) => fill(msg(text, { id }), facts)]),
) as unknown as Words;

function fill(text: string, facts: readonly Fact[]): string {
  return text.replace(/\{(\d)\}/g, (_, place: string) => String(facts[Number(place)]));
}
