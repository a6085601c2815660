import { readExchangeRow, type ExchangeLayout } from './exchange-row.js';
import { readHeader } from './header.js';
import { exchangeVocabulary } from './heading.js';

const header = readHeader(['data', 'da', 'a', 'ore', 'categoria', 'note', 'hub'], 1, exchangeVocabulary);
if (!('places' in header)) throw new Error('the header of this spec is wrong');
const layout: ExchangeLayout = { header, unit: 'hours', dateOrder: 'dmy' };
const good = ['30/01/2018', 'Ada Prova', 'Ugo Prova', '1,5', 'Cucina', 'torta', 'Rho'];
const withCell = (place: number, cell: string): readonly string[] => good.with(place, cell);

test('a row says day, names, minutes, category, note and hub', () => {
  expect(readExchangeRow(good, 2, layout)).toEqual({
    line: 2,
    provider: 'Ada Prova',
    receiver: 'Ugo Prova',
    minutes: 90,
    serviceDate: '2018-01-30',
    category: 'Cucina',
    note: 'torta',
    hub: 'Rho',
  });
});

test('names are NFC with single spaces', () => {
  expect(readExchangeRow(withCell(1, '  Nicolo\u0300 \u00a0 Prova '), 2, layout)).toMatchObject({
    provider: 'Nicol\u00f2 Prova',
  });
});

test.each([
  { cells: withCell(0, '31/02/2020'), code: 'DATE_IMPOSSIBLE', column: 'data' },
  { cells: withCell(1, ' '), code: 'TEXT_MISSING', column: 'da' },
  { cells: withCell(2, 'x'.repeat(81)), code: 'TEXT_TOO_LONG', column: 'a' },
  { cells: withCell(3, '0'), code: 'DURATION_ZERO', column: 'ore' },
  { cells: withCell(4, 'x'.repeat(81)), code: 'TEXT_TOO_LONG', column: 'categoria' },
  { cells: withCell(5, 'x'.repeat(2_001)), code: 'TEXT_TOO_LONG', column: 'note' },
  { cells: withCell(6, 'x'.repeat(121)), code: 'TEXT_TOO_LONG', column: 'hub' },
  { cells: good.slice(1), code: 'CELLS_COUNT', column: undefined },
])('$code in column $column', ({ cells, code, column }) => {
  expect(readExchangeRow(cells, 9, layout)).toMatchObject([{ line: 9, code, ...(column ? { column } : {}) }]);
});

test.each([
  { place: 2, length: 80 },
  { place: 4, length: 80 },
  { place: 5, length: 2_000 },
])('$length characters are not too many in column $place', ({ place, length }) => {
  expect(readExchangeRow(withCell(place, 'x'.repeat(length)), 9, layout)).toMatchObject({ line: 9 });
});

test('all that is wrong with a row is said at once', () => {
  expect(readExchangeRow(['', '', 'Ugo Prova', '-1', '', '', ''], 3, layout)).toMatchObject([
    { code: 'TEXT_MISSING', column: 'data' },
    { code: 'TEXT_MISSING', column: 'da' },
    { code: 'DURATION_NEGATIVE', column: 'ore' },
  ]);
});
