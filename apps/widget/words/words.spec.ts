import { english } from './en.js';
import { formsItalian } from './forms.it.js';
import { italian as firstItalian } from './it.js';
import { myDataItalian } from './my-data.it.js';
import { pastItalian } from './past.it.js';
import { profileItalian } from './profile.it.js';
import { providerItalian } from './provider.it.js';
import { statementItalian } from './statement.it.js';
import { fill } from './words.js';

const italian = {
  ...firstItalian,
  ...formsItalian,
  ...myDataItalian,
  ...pastItalian,
  ...profileItalian,
  ...providerItalian,
  ...statementItalian,
};

/** What both languages call the same. */
const same = new Set(['no', 'hub', 'privacy', 'email']);
const sentences = Object.entries(italian).map(([id, text]) => ({
  id,
  it: text,
  en: english[id as keyof typeof italian],
}));
const placesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\d\}/g))].sort();

test.each(sentences)('$id is said in both languages, of the same things', ({ id, it, en }) => {
  expect(en === it).toBe(same.has(id));
  expect(placesIn(en)).toEqual(placesIn(it));
});

test.each(sentences)('$id is short, calm, and of this world', ({ it, en }) => {
  for (const text of [it, en]) {
    expect(text).not.toMatch(/!|\b(punti|transazion|utente|submit|points|user)\b/i);
    for (const sentence of text.split(/[.?:]\s/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
  }
});

test('before a day that begins with a vowel the article loses its own', () => {
  expect(fill('Dal {0} al {1}', ['8 marzo', '11 aprile'])).toBe('Dall’8 marzo all’11 aprile');
  expect(fill('entro il {0}', ['8 dicembre'])).toBe('entro l’8 dicembre');
  expect(fill('entro il {0}', ['18 dicembre'])).toBe('entro il 18 dicembre');
  expect(fill('la prima riga è del {0}', ['11 dicembre 2026'])).toBe('la prima riga è dell’11 dicembre 2026');
  expect(fill('fino alle {0}', ['01:05'])).toBe('fino all’01:05');
  expect(fill('fino alle {0}', ['08:05'])).toBe('fino alle 08:05');
  expect(fill('fino alle {0}', ['11:05'])).toBe('fino alle 11:05');
});
