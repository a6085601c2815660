import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { FileRefused } from '../../domain/plain-csv/file-refused.js';
import type { ExchangeRow } from '../../domain/plain-csv/exchange-row.js';
import type { Problem } from '../../domain/plain-csv/problem.js';
import type { Answers } from '../../domain/plain-csv/file-reader.js';
import { openExchangeFile } from './exchange-file.js';

type Read = ExchangeRow | readonly Problem[];

async function read(file: string | Buffer, answers: Answers = {}, chunkBytes = 64): Promise<readonly Read[]> {
  const bytes = Buffer.from(file);
  const open = (): Readable =>
    Readable.from(
      Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, n) =>
        bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes),
      ),
    );
  return all((await openExchangeFile(open, answers)).rows());
}

async function all<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const taken: Value[] = [];
  for await (const value of values) taken.push(value);
  return taken;
}

async function refusal(file: string | Buffer, answers: Answers = {}): Promise<Problem | undefined> {
  const caught: unknown = await read(file, answers).catch((error: unknown) => error);
  return caught instanceof FileRefused ? caught.problems[0] : undefined;
}

const header = 'data;chi dà;chi riceve;ore\n';
const row = '2018-01-30;Ada Prova;Niccolò Prova;1,5\n';

test.each([
  { name: 'UTF-8', file: Buffer.from(header + row) },
  { name: 'UTF-8 with a byte order mark', file: Buffer.from(`\ufeff${header}${row}`) },
  { name: 'Windows-1252', file: iconv.encode(header + row, 'windows-1252') },
  { name: 'CRLF', file: Buffer.from((header + row).replaceAll('\n', '\r\n')) },
  { name: 'no line break at the end', file: Buffer.from((header + row).trimEnd()) },
  { name: 'empty lines and rows of empty cells', file: Buffer.from(`${header}\n${row};;;\n`) },
  { name: 'commas', file: Buffer.from('data,chi dà,chi riceve,ore\n2018-01-30,Ada Prova,Niccolò Prova,"1,5"\n') },
])('the same row in $name, cut anywhere', async ({ file }) => {
  for (const chunkBytes of [1, 7, 65_536]) {
    expect(await read(file, {}, chunkBytes)).toMatchObject([
      { provider: 'Ada Prova', receiver: 'Niccolò Prova', minutes: 90, serviceDate: '2018-01-30' },
    ]);
  }
});

test('lines are counted as an editor counts them, also after a cell of several lines', async () => {
  const file = `data;da;a;ore;note\n\n2018-01-30;A;B;1;"due\nrighe"\n2018-01-31;A;B;x;\n`;
  expect(await read(file)).toMatchObject([{ line: 3 }, [{ line: 5, code: 'DURATION_UNREADABLE', column: 'ore' }]]);
});

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]);

test.each([
  { name: 'an empty file', file: '', problem: { code: 'FILE_EMPTY' } },
  { name: 'only line breaks', file: '\n\n', problem: { code: 'FILE_EMPTY' } },
  { name: 'a header alone', file: header, problem: { code: 'NO_ROWS' } },
  { name: 'a picture', file: picture, problem: { code: 'NOT_TEXT', line: 2, column: '1' } },
  { name: 'U+0000', file: `${header}2018-01-30;A\0;B;1\n`, problem: { code: 'NOT_TEXT', line: 2, column: '13' } },
  {
    name: 'a byte that neither encoding has',
    file: Buffer.from([...Buffer.from(header), 0x81]),
    problem: { code: 'NOT_TEXT', line: 2, column: '1' },
  },
  {
    name: 'a byte order mark before what is not UTF-8',
    file: Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe0, 0x0a]),
    problem: { code: 'NOT_TEXT', line: 1 },
  },
  {
    name: 'a quotation mark that is never closed',
    file: `${header}${row}2018-01-30;"Ada;B;1\n${row}`,
    problem: { code: 'QUOTE_UNBALANCED', line: 3 },
  },
  {
    name: 'a quotation mark that is never closed in a long file',
    file: `${header}${row}2018-01-30;"Ada;B;1\n${row.repeat(3_000)}`,
    problem: { code: 'QUOTE_UNBALANCED', line: 3 },
  },
  {
    name: 'a quotation mark inside a word',
    file: `${header}2018-01-30;Ada "la;B;1\n`,
    problem: { code: 'QUOTE_UNBALANCED', line: 2 },
  },
  { name: 'commas and semicolons', file: 'data;da,a;ore\n', problem: { code: 'DELIMITER_UNCLEAR', line: 1 } },
  {
    name: 'an unknown column',
    file: 'data;da;a;ore;colore\n',
    problem: { code: 'COLUMN_UNKNOWN', line: 1, column: 'colore' },
  },
  {
    name: 'a bare 90 under a heading without unit',
    file: 'data;da;a;durata\n2018-01-30;A;B;1:30\n2018-01-30;A;B;90\n',
    problem: { code: 'UNIT_UNKNOWN', line: 3, column: 'durata' },
  },
  {
    name: 'days that could be months',
    file: `${header}03/04/2018;A;B;1\n`,
    problem: { code: 'DATE_ORDER_UNKNOWN', line: 2, column: 'data' },
  },
])('$name is refused with its place', async ({ file, problem }) => {
  expect(await refusal(file)).toMatchObject(problem);
});

test('what is asked can be answered', async () => {
  const file = 'data;da;a;durata\n03/04/2018;A;B;90\n';
  expect(await read(file, { unit: 'minutes', dateOrder: 'mdy' })).toMatchObject([
    { minutes: 90, serviceDate: '2018-03-04' },
  ]);
  expect(await refusal(header + row, { unit: 'minutes' })).toMatchObject({ code: 'UNIT_CONTRADICTED', column: 'ore' });
});

test('a file that changes between two readings is refused', async () => {
  let opened = 0;
  const open = (): Readable => {
    opened += 1;
    return Readable.from([Buffer.from(header + (opened > 5 ? row.replace('Ada', 'Ida') : row))]);
  };
  const file = await openExchangeFile(open, {});
  await expect(all(file.rows())).rejects.toMatchObject({ problems: [{ code: 'FILE_CHANGED' }] });
});

test('line 1,000,001 is one too many', async () => {
  const lines = (count: number): Buffer => Buffer.from(`data;da;a;ore\n${'\n'.repeat(count - 2)}2018-01-30;A;B;1`);
  expect(await read(lines(1_000_000), {}, 65_536)).toMatchObject([{ line: 1_000_000 }]);
  expect(await refusal(lines(1_000_001))).toMatchObject({ code: 'TOO_MANY_LINES' });
});
