import { configureLocalization } from '@lit/localize';
import { fetched } from '../app/chapters.js';
import type { Language } from '../plain/language.js';

const { setLocale } = configureLocalization({
  sourceLocale: 'it',
  targetLocales: ['en'],
  loadLocale: async () => ({ templates: (await fetched('english')).english }),
});

/** The language of all clients on a page: a page has one. */
export function speak(language: Language): Promise<void> {
  return setLocale(language);
}
