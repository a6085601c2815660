import { readDelimiter } from './delimiter.js';
import { cellOf, placeOf, readHeader, wrongCount } from './header.js';
import { exchangeVocabulary, memberVocabulary, unitOfHeading } from './heading.js';
import { Misread } from './problem.js';

const codesOf = (headings: readonly string[]): unknown => {
  const header = readHeader(headings, 1, exchangeVocabulary);
  return 'places' in header ? Object.fromEntries(header.places) : header.map(({ code, column }) => [code, column]);
};
const bare = { date: 0, provider: 1, receiver: 2, duration: 3 };

test.each([
  { headings: ['data', 'chi dà', 'chi riceve', 'ore'], read: bare },
  { headings: ['DATA', 'Chi Da', 'CHI RICEVE', 'Durata (minuti)'], read: bare },
  { headings: ['date', 'provider', 'receiver', 'hours'], read: bare },
  { headings: ['Fecha', 'Quién da', 'Quién recibe', 'Duración'], read: bare },
  {
    headings: ['hub', 'descrizione', 'categoria', 'minuti', 'a', 'da', 'giorno'],
    read: { hub: 0, description: 1, category: 2, duration: 3, receiver: 4, provider: 5, date: 6 },
  },
])('$headings is understood', ({ headings, read }) => {
  expect(codesOf(headings)).toEqual(read);
});

test.each([
  { headings: ['data', 'da', 'a'], problems: [['COLUMN_MISSING', undefined]] },
  { headings: ['data', 'da', 'a', 'ore', 'colore'], problems: [['COLUMN_UNKNOWN', 'colore']] },
  { headings: ['data', 'da', 'a', 'ore', ''], problems: [['COLUMN_UNKNOWN', '5']] },
  { headings: ['data', 'da', 'a', 'ore', 'minuti'], problems: [['COLUMN_TWICE', 'minuti']] },
  { headings: ['data', 'from', 'da', 'a', 'ore'], problems: [['COLUMN_TWICE', 'da']] },
])('$headings is refused with the column', ({ headings, problems }) => {
  expect(codesOf(headings)).toEqual(problems);
});

test('no heading means two columns', () => {
  for (const { headings } of [exchangeVocabulary, memberVocabulary]) {
    const all: readonly string[] = Object.values<readonly string[]>(headings).flat();
    expect(new Set(all).size).toBe(all.length);
  }
});

test('the heading says the unit, or nothing', () => {
  expect(['Ore', 'minutes', 'Duración (horas)', 'durata'].map(unitOfHeading)).toEqual([
    'hours',
    'minutes',
    'hours',
    undefined,
  ]);
});

test('cells are found by the header, and a row of another width is a problem', () => {
  const header = {
    headings: ['nome', 'sede'],
    places: new Map([
      ['name' as const, 0],
      ['hub' as const, 1],
    ]),
  };
  expect(cellOf(header, ['Ada', 'Rho'], 'hub')).toBe('Rho');
  expect(cellOf<'name' | 'hub' | 'since'>(header, ['Ada', 'Rho'], 'since')).toBe('');
  expect(placeOf(header, 7, 'hub')).toEqual({ line: 7, column: 'sede' });
  expect(wrongCount(header, ['Ada', 'Rho'], 7)).toBeUndefined();
  expect(wrongCount(header, ['Ada'], 7)).toMatchObject({
    code: 'CELLS_COUNT',
    line: 7,
    facts: { found: 1, expected: 2 },
  });
  expect(wrongCount(header, ['Ada', 'Rho', ''], 7)).toMatchObject({ facts: { found: 3, expected: 2 } });
});

test.each([
  ['data,da,a,ore', ','],
  ['data;da;a;ore', ';'],
  ['data;"da, di solito";a;ore', ';'],
  ['nome', ','],
  ['data;da,a,ore', 'DELIMITER_UNCLEAR'],
])('%s is separated by %s', (line, delimiter) => {
  const read = readDelimiter(line);
  expect(read instanceof Misread ? read.code : read).toBe(delimiter);
});
