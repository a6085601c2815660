import { words } from './words.js';
import { speak } from './locale.js';

type Word = (...facts: readonly (string | number)[]) => string;
const facts = ['A', 'B', 'C', 'D'];
/** Names that both languages share. */
const same = new Set(['no', 'hub', 'account', 'number']);

const said = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(words as unknown as Record<string, Word>).map(([id, word]) => [id, word(...facts)]));

test('every sentence is said in both languages, with the same facts in it', async () => {
  await speak('it');
  const italian = said();
  await speak('en');
  const english = said();
  for (const [id, sentence] of italian) {
    const other = english.get(id) ?? '';
    const factsIn = (text: string): string =>
      [...text.matchAll(/(?<![A-Za-z])[ABC](?![A-Za-z])/g)]
        .map(([fact]) => fact)
        .sort()
        .join('');
    if (!same.has(id)) expect({ id, other }).not.toEqual({ id, other: sentence });
    if (!sentence.startsWith('A ') && !other.startsWith('A '))
      expect({ id, facts: factsIn(other) }).toEqual({ id, facts: factsIn(sentence) });
  }
});

test('no sentence is long, shouts, or speaks of another world', async () => {
  for (const language of ['it', 'en'] as const) {
    await speak(language);
    for (const [id, text] of said()) {
      expect({ id, text }).toEqual({
        id,
        text: expect.not.stringMatching(
          /!|\b(crediti|punti|transazion|utente|submit|credits|points|user)\b/i,
        ) as string,
      });
      for (const sentence of text.split(/[.?:]\s/))
        expect({ id, long: sentence.split(/\s+/).length > 20 }).toEqual({ id, long: false });
    }
  }
});
