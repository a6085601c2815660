import { setImmediate as others } from 'node:timers/promises';
import type { PrintedRow, PrintedTable } from '../../ports/table-printing.js';
import { FrameDrawing } from './frame-drawing.js';
import { Paging } from './paging.js';
import { sheet } from './sheet.js';
import { TableDrawing } from './table-drawing.js';

const moved = 'the rows are not those that were counted';

/** A PDF of the table, tagged for screen readers: the same table is the same bytes. A page is drawn and gone before the next: a long table takes no more memory than a short one. */
export async function* printTable(printed: PrintedTable): AsyncIterable<Uint8Array> {
  // What draws is large: whoever prints first waits for it, and no start does.
  const { Canvas } = await import('./canvas.js');
  const canvas = new Canvas(printed);
  const [table, frame] = [new TableDrawing(canvas, printed.columns), new FrameDrawing(canvas, printed)];
  const pages = await pagesOf(printed, table, frame);
  const rows = rowsOf(printed);
  for (const [before, count] of pages.entries()) {
    canvas.newPage();
    if (before === 0) frame.drawAbove();
    const isLast = before === pages.length - 1;
    const top = sheet.top + (before === 0 ? frame.aboveHeight : 0);
    const bottom = table.draw(await next(rows, count), isLast ? printed.totals : undefined, top);
    if (isLast) frame.drawBelow(bottom);
    frame.drawFoot(before + 1, pages.length);
    yield* canvas.drawn();
    await others();
  }
  if (!(await rows.next()).done) throw new Error(moved);
  yield* canvas.end();
}

/** How many rows each page has. */
async function pagesOf(printed: PrintedTable, table: TableDrawing, frame: FrameDrawing): Promise<readonly number[]> {
  const other = sheet.bottom - sheet.top - table.headHeight;
  const paging = new Paging({ first: other - frame.aboveHeight, other });
  for await (const batch of printed.rows()) {
    for (const row of batch) paging.add(table.heightOf(row));
    await others();
  }
  return paging.pages(table.heightOf(printed.totals) + frame.belowHeight);
}

async function* rowsOf({ rows }: PrintedTable): AsyncGenerator<PrintedRow, void> {
  for await (const batch of rows()) yield* batch;
}

async function next(rows: AsyncGenerator<PrintedRow, void>, count: number): Promise<readonly PrintedRow[]> {
  const taken: PrintedRow[] = [];
  while (taken.length < count) {
    const row = await rows.next();
    if (row.done) throw new Error(moved);
    taken.push(row.value);
  }
  return taken;
}
