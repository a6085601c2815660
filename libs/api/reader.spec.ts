import { languageOf } from './reader.js';

describe('the language of an answer', () => {
  test.each([
    { header: undefined, language: 'it' },
    { header: '', language: 'it' },
    { header: 'en', language: 'en' },
    { header: 'en-GB,en;q=0.9', language: 'en' },
    { header: 'it-IT,it;q=0.9,en;q=0.8', language: 'it' },
    { header: 'it;q=0.3, en;q=0.8', language: 'en' },
    { header: 'de, en;q=0.5, it;q=0.4', language: 'en' },
    { header: 'en;q=0, it;q=0.1', language: 'it' },
    { header: 'fr', language: 'it' },
    { header: ';;;q=', language: 'it' },
  ])('asked for as $header is $language', ({ header, language }) => {
    expect(languageOf(header)).toBe(language);
  });
});
