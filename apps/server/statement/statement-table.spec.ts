import type { LocalDate, Minutes } from '#kernel';
import type { PrintedRow, PrintedTable } from '#ledger';
import { contentHash } from './statement-csv.js';
import { tableOf } from './statement-table.js';
import { line, statementOf, twoLines, without } from './statement.example.js';
import type { Statement } from './statements.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const printed = async (statement: Statement): Promise<PrintedTable> => tableOf(statement, await contentHash(statement));
const facts = ({ facts: all }: PrintedTable) => all.map(([name, value]) => `${name}: ${plain(value)}`);

async function rowsOf({ rows }: PrintedTable): Promise<readonly PrintedRow[]> {
  const all: PrintedRow[] = [];
  for await (const batch of rows()) all.push(...batch.map((row) => row.map(plain)));
  return all;
}

test('in Italian', async () => {
  const table = await printed(statementOf());
  expect(table).toMatchObject({ language: 'it', title: 'Estratto conto', author: 'Banca di Rho' });
  expect(facts(table)).toEqual([
    'Banca del tempo: Banca di Rho',
    'Hub: OpCafé Rho',
    'Socio: Lucia Bianchi, n. 27',
    'Periodo: dal 1° novembre 2026 al 30 novembre 2026',
    'Scritto il: 22 novembre 2026',
    'Saldo iniziale: 9 h a credito',
    'Ore date: 1 h 30 min',
    'Ore ricevute: 45 min',
    'Saldo finale: 9 h 45 min a credito',
  ]);
  expect(table.columns.map(({ title }) => title)).toEqual([
    'Giorno',
    'N.',
    'Con chi',
    'Che cosa',
    'Date',
    'Ricevute',
    'Saldo',
  ]);
  expect(await rowsOf(table)).toEqual([
    ['14/11/2026', '2.303', 'Carla Ferri', 'Piccole riparazioni', '1 h 30 min', '', '10 h 30 min cr.'],
    ['20/11/2026', '2.304', 'Carla Ferri', 'Piccole riparazioni', '', '45 min', '9 h 45 min cr.'],
  ]);
  expect(table.totals.map(plain)).toEqual(['', '', 'Totali', '', '1 h 30 min', '45 min', '9 h 45 min cr.']);
  expect(table.sentences).toEqual(['Un’ora è un’ora: questo foglio non ha valore in denaro.']);
  expect(table.foot.above).toMatch(/^SHA-256 del contenuto: [0-9a-f]{64}$/);
  expect(table.foot.below).toBe('Socio n. 27 · libro alla registrazione n. 2.304');
  expect(table.pageOf(1, 3)).toBe('pagina 1 di 3');
});

test('in English', async () => {
  const table = await printed(statementOf([line(2304, -600, -60)], { language: 'en' }));
  expect(facts(table)).toEqual([
    'Time bank: Banca di Rho',
    'Hub: OpCafé Rho',
    'Member: Lucia Bianchi, no. 27',
    'Period: from 1 November 2026 to 30 November 2026',
    'Written on: 22 November 2026',
    'Opening balance: 9 h in credit',
    'Hours given: 0 min',
    'Hours received: 10 h',
    'Closing balance: 1 h in debit',
  ]);
  expect(await rowsOf(table)).toEqual([
    ['14 Nov 2026', '2,304', 'Carla Ferri', 'Piccole riparazioni', '', '10 h', '1 h deb.'],
  ]);
  expect(table.sentences).toEqual(['An hour is an hour: this sheet has no value in money.']);
  expect(table.foot.below).toBe('Member no. 27 · book at entry no. 2,304');
  expect(table.pageOf(2, 3)).toBe('page 2 of 3');
});

test('a period from the 8th to the 11th is written as it is spoken', async () => {
  const period = { from: '2026-11-08' as LocalDate, to: '2026-11-11' as LocalDate };
  expect(facts(await printed(statementOf(twoLines, { period })))[3]).toBe(
    'Periodo: dall’8 novembre 2026 all’11 novembre 2026',
  );
});

test('all columns together are as wide as an A4 sheet between margins of 20 mm', async () => {
  const { columns } = await printed(statementOf());
  const millimetres = (columns.reduce((sum, { width }) => sum + width, 0) / 72) * 25.4;
  expect(millimetres).toBeCloseTo(210 - 2 * 20, 1);
});

test.each([
  { waiting: 1, given: 45, received: 0, words: 'non compreso nel saldo: 1 scambio (date 45 min).' },
  {
    waiting: 3,
    given: 45,
    received: 90,
    words: 'non compresi nel saldo: 3 scambi (date 45 min, ricevute 1 h 30 min).',
  },
])('$waiting that wait are told apart from the balance', async ({ waiting, given, received, words }) => {
  const waitingMinutes = { waitingGivenMinutes: given as Minutes, waitingReceivedMinutes: received as Minutes };
  const { sentences } = await printed(statementOf(twoLines, {}, { waiting, ...waitingMinutes }));
  expect(sentences.map(plain)[0]).toBe(`In attesa di conferma, ${words}`);
});

test('without a line, a hub or a name, and before the first entry of the book', async () => {
  const statement = without(statementOf([]), 'hubName');
  const sheet = without(statement.sheet, 'holder', 'through');
  const table = await printed({ ...statement, sheet });
  expect(facts(table).slice(0, 2)).toEqual(['Banca del tempo: Banca di Rho', 'Socio: n. 27']);
  expect(table.sentences[0]).toBe('Nessuna registrazione in questo periodo.');
  expect(table.foot.below).toBe('Socio n. 27 · nessuna registrazione nel libro');
});

test('names are never read as patterns', async () => {
  const table = await printed(statementOf(twoLines, {}, { holder: '$& {number} $1' }));
  expect(facts(table)[2]).toBe('Socio: $& {number} $1, n. 27');
});
