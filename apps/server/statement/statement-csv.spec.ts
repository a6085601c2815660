import { createHash } from 'node:crypto';
import { contentHash, csvOf, sameRows } from './statement-csv.js';
import { line, statementOf, twoLines, without } from './statement.example.js';
import type { Statement, StatementRow } from './statements.js';

async function written(statement: Statement, withMark = false): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of csvOf(statement, { withMark })) pieces.push(piece);
  return pieces.join('');
}

async function walked(rows: AsyncIterable<readonly StatementRow[]>): Promise<readonly StatementRow[]> {
  const all: StatementRow[] = [];
  for await (const batch of rows) all.push(...batch);
  return all;
}

test('has the opening balance before the lines and the closing one after them', async () => {
  expect(await written(statementOf())).toBe(
    [
      'Banca del tempo;Socio n.;Giorno;N.;Con chi;Che cosa;Date (minuti);Date (h:mm);Ricevute (minuti);Ricevute (h:mm);Saldo (minuti);Saldo (h:mm)',
      'Banca di Rho;27;01/11/2026;;;Saldo iniziale;;;;;540;9:00',
      'Banca di Rho;27;14/11/2026;2303;Carla Ferri;Piccole riparazioni;90;1:30;;;630;10:30',
      'Banca di Rho;27;20/11/2026;2304;Carla Ferri;Piccole riparazioni;;;45;0:45;585;9:45',
      'Banca di Rho;27;30/11/2026;;;Saldo finale;;;;;585;9:45',
      '',
    ].join('\n'),
  );
});

test('says the same in English, and dates as spreadsheets here read them', async () => {
  const [titles, opening] = (await written(statementOf(twoLines, { language: 'en' }))).split('\n');
  expect(titles).toBe(
    'Time bank;Member no.;Day;No.;With;What;Given (minutes);Given (h:mm);Received (minutes);Received (h:mm);Balance (minutes);Balance (h:mm)',
  );
  expect(opening).toBe('Banca di Rho;27;01/11/2026;;;Opening balance;;;;;540;9:00');
});

test('a mark in front is there on request alone, and in no hash', async () => {
  const statement = statementOf();
  const plain = await written(statement);
  expect(await written(statement, true)).toBe(`\ufeff${plain}`);
  expect(await contentHash(statement)).toBe(createHash('sha256').update(plain).digest('hex'));
});

test.each(['=HYPERLINK("x")', '+39', '-1', '@SUM(A1)'])(
  'a member who is called %s is no formula',
  async (otherName) => {
    const row = (await written(statementOf([line(1, 60, 600, { otherName })]))).split('\n')[2] ?? '';
    expect(row).toContain(`'${otherName.replaceAll('"', '""')}`);
  },
);

test('a debit keeps its sign; who has no name is said to have none', async () => {
  const nameless = without(line(1, -600, -60), 'otherName', 'category');
  const rows = (await written(statementOf([nameless]))).split('\n');
  expect(rows[2]).toBe('Banca di Rho;27;14/11/2026;1;Senza nome;;;;600;10:00;-60;-1:00');
});

test('the same rows come again, unless a name has changed meanwhile', async () => {
  const statement = statementOf();
  const hash = await contentHash(statement);
  expect(await walked(sameRows(statement, hash))).toEqual(twoLines);
  const renamed = statementOf(twoLines.map((row) => ({ ...row, otherName: 'Carla Rossi' })));
  await expect(walked(sameRows(renamed, hash))).rejects.toThrow('changed while it was written');
});
