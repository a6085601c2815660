export type Language = 'it' | 'en';

/** The first of our languages in a `lang` attribute; Italian unless it asks. */
export function languageOf(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'it';
}
