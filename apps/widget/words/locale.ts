import { configureLocalization } from '@lit/localize';
import type { Language } from '../plain/language.js';
import { english } from './en.js';

const { setLocale } = configureLocalization({
  sourceLocale: 'it',
  targetLocales: ['en'],
  loadLocale: () => Promise.resolve({ templates: english }),
});

/** The language of all clients on a page: a page has one. */
export function speak(language: Language): Promise<void> {
  return setLocale(language);
}
