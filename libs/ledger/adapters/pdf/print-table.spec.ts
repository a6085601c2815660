import type { Instant } from '#kernel';
import { readPdf, settledHeap, type PrintedPdf } from '#testing';
import type { PrintedRow, PrintedTable } from '../../ports/table-printing.js';
import { printTable } from './print-table.js';

const batchSize = 1_000;

function row(place: number, name = 'Carla Ferri'): PrintedRow {
  return [String(place), name, `${String(place % 12)}\u00a0h`];
}

function table(rows: number, name?: string): PrintedTable {
  return {
    language: 'it',
    title: 'Estratto conto',
    author: 'Banca di Rho',
    writtenAt: '2026-11-22T10:42:00.000Z' as Instant,
    facts: [['Socio', 'Lucia Bianchi, in officina']],
    columns: [
      { title: 'N.', width: 60, align: 'end' },
      { title: 'Con chi', width: 100, align: 'start' },
      { title: 'Date', width: 100, align: 'end' },
    ],
    async *rows() {
      for (let from = 0; from < rows; from += batchSize) {
        await Promise.resolve();
        yield Array.from({ length: Math.min(batchSize, rows - from) }, (_, place) => row(from + place + 1, name));
      }
    },
    totals: ['', 'Totali', '9\u00a0h'],
    sentences: ['Un’ora è un’ora.'],
    foot: { above: 'SHA-256: 00', below: 'Banca di Rho' },
    pageOf: (page, pages) => `pagina ${String(page)} di ${String(pages)}`,
  };
}

async function bytesOf(printed: PrintedTable): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of printTable(printed)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const textsOf = ({ pages }: PrintedPdf, page: number, tag: string): readonly string[] =>
  (pages[page] ?? []).filter((each) => each.tag === tag).map(({ text }) => text);

test('is read in order: title, facts, heads, rows, totals, what is below; the foot is no text', async () => {
  const printed = readPdf(await bytesOf(table(2)));
  expect(printed.pages).toHaveLength(1);
  expect(printed.pages[0]?.filter(({ tag }) => tag !== 'Artifact')).toEqual([
    { tag: 'H1', text: 'Estratto conto' },
    { tag: 'P', text: 'Socio:  Lucia Bianchi, in officina' },
    ...['N.', 'Con chi', 'Date'].map((text) => ({ tag: 'TH', text })),
    ...[...row(1), ...row(2), '', 'Totali', '9\u00a0h'].map((text) => ({ tag: 'TD', text })),
    { tag: 'P', text: 'Un’ora è un’ora.' },
  ]);
  expect(textsOf(printed, 0, 'Artifact')).toContain('SHA-256: 00 Banca di Rho pagina 1 di 1');
});

test('says what it is: tagged, in its language, with a title to show, for PDF/UA, with its own letters', async () => {
  const printed = readPdf(await bytesOf(table(2)));
  const { metadata, structure, columnHeads, fonts } = printed;
  expect(printed).toMatchObject({ language: 'it', isTagged: true, showsTitle: true });
  expect(metadata).toMatch(/<dc:title>[^]*Estratto conto[^]*<\/dc:title>/);
  expect(metadata).toContain('2026-11-22T10:42:00');
  expect(metadata).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  expect(columnHeads).toBe(3);
  expect(structure.filter((tag) => tag === 'TR')).toHaveLength(4);
  expect(structure.filter((tag) => tag === 'Table' || tag === 'Document').toSorted()).toEqual(['Document', 'Table']);
  expect(fonts.toSorted()).toEqual(['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold']);
});

test('the same table is the same bytes', async () => {
  expect((await bytesOf(table(50))).equals(await bytesOf(table(50)))).toBe(true);
});

test('heads are on every page, every row is on one, and the totals come with rows', async () => {
  for (const rows of [29, 30, 31, 32, 33, 34, 35, 64, 65, 66, 67, 68, 69, 70]) {
    const printed = readPdf(await bytesOf(table(rows)));
    const last = printed.pages.length - 1;
    const numbers = printed.pages.flatMap((_, page) =>
      textsOf(printed, page, 'TD').filter((_cell, cell) => cell % 3 === 0),
    );
    expect(numbers).toEqual([...Array.from({ length: rows }, (_, place) => String(place + 1)), '']);
    for (const page of printed.pages.keys()) {
      expect(textsOf(printed, page, 'TH')).toEqual(['N.', 'Con chi', 'Date']);
      expect(textsOf(printed, page, 'Artifact').join()).toContain(`pagina ${String(page + 1)} di ${String(last + 1)}`);
    }
    expect(textsOf(printed, last, 'TD').length).toBeGreaterThanOrEqual(2 * 3);
    expect(textsOf(printed, last, 'P')).toContain('Un’ora è un’ora.');
  }
});

test('a name of two hundred letters stands whole on lines of its own', async () => {
  const name = `${'Mariantonietta '.repeat(13)}Rosa`;
  const printed = readPdf(await bytesOf(table(3, name)));
  expect(textsOf(printed, 0, 'TD')[1]?.replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
});

test('rows that became fewer or more since they were counted end it without an end', async () => {
  for (const second of [40, 42]) {
    let asked = 0;
    const counted = table(41);
    const printed = { ...counted, rows: () => table((asked += 1) === 1 ? 41 : second).rows() };
    await expect(bytesOf(printed)).rejects.toThrow('not those that were counted');
  }
});

/** The bookkeeping of one cell takes some 300 bytes; a page kept takes 20 kB, a table of all pages 600 MB. */
const heapBytesMax = 40e6;

test('ten thousand rows take hardly more memory than a page', async () => {
  const before = settledHeap();
  let most = 0;
  let pieces = 0;
  for await (const piece of printTable(table(10_000))) {
    pieces += piece.length > 0 ? 1 : 0;
    if (pieces % 50 === 0) most = Math.max(most, settledHeap() - before);
  }
  expect(pieces).toBeGreaterThan(250);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(heapBytesMax);
}, 60_000);
