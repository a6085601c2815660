import { readHeader } from './header.js';
import { memberVocabulary } from './heading.js';
import { readMemberRow } from './member-row.js';

const header = readHeader(['nome', 'hub', 'dal'], 1, memberVocabulary);
if (!('places' in header)) throw new Error('the header of this spec is wrong');

test.each([
  { cells: ['Ada Prova', 'Rho', '2018-01-30'], read: { line: 2, name: 'Ada Prova', hub: 'Rho', since: '2018-01-30' } },
  { cells: ['Ada Prova', '', ''], read: { line: 2, name: 'Ada Prova', hub: '' } },
  { cells: ['', 'Rho', ''], read: [{ line: 2, code: 'TEXT_MISSING', column: 'nome', facts: {} }] },
  { cells: ['Ada Prova', 'Rho', '31/02/2018'], read: [{ code: 'DATE_IMPOSSIBLE', column: 'dal' }] },
  { cells: ['Ada Prova', 'Rho'], read: [{ code: 'CELLS_COUNT' }] },
  { cells: ['Ada Prova', 'x'.repeat(121), ''], read: [{ code: 'TEXT_TOO_LONG', column: 'hub' }] },
])('$cells', ({ cells, read }) => {
  expect(readMemberRow(cells, 2, { header, dateOrder: 'dmy' })).toMatchObject(read);
});
