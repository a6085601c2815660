import { searchPatterns, searchText } from './search-text.js';

describe('what is compared when members are searched', () => {
  test.each([
    ['Nicolò  Colò ', 'nicolo colo'],
    ['Nicolo\u0300', 'nicolo'],
    ['ÉLODIE', 'elodie'],
    ["D'Amico", "d'amico"],
  ])('%s becomes %s', (name, text) => {
    expect(searchText(name)).toBe(text);
  });

  test('every word is asked for, the longest first', () => {
    expect(searchPatterns('Ada Lombardi')).toEqual(['%lombardi%', '%ada%']);
  });

  test('signs that mean something in a pattern stand for themselves', () => {
    expect(searchPatterns('100%_\\')).toEqual(['%100\\%\\_\\\\%']);
  });
});
