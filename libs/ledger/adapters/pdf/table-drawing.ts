import type { PrintedColumn, PrintedRow } from '../../ports/table-printing.js';
import type { Canvas, Hand } from './canvas.js';
import { hands, leading, sheet, space } from './sheet.js';
import { wrapped } from './wrapping.js';

/** The rows of a table, each as high as its highest cell. */
export class TableDrawing {
  constructor(
    private readonly canvas: Canvas,
    private readonly columns: readonly PrintedColumn[],
  ) {}

  get headHeight(): number {
    return this.heightOf(this.titles, hands.strong);
  }

  heightOf(row: PrintedRow, hand: Hand = hands.body): number {
    const lines = row.map((cell, place) => this.linesOf(cell, place, hand).length);
    return Math.max(1, ...lines) * leading.body + space.inRow;
  }

  /** One table: a page's own, so that whoever listens hears its heads again. @returns where the next thing may begin */
  draw(rows: readonly PrintedRow[], totals: PrintedRow | undefined, top: number): number {
    const table = this.canvas.begin('Table');
    let y = this.row(table, this.titles, top, 'head');
    for (const row of rows) y = this.row(table, row, y, 'row');
    if (totals) y = this.row(table, totals, y, 'totals');
    table.end();
    return y;
  }

  private get titles(): PrintedRow {
    return this.columns.map(({ title }) => title);
  }

  private row(
    table: PDFKit.PDFStructureElement,
    row: PrintedRow,
    top: number,
    kind: 'head' | 'row' | 'totals',
  ): number {
    const hand = kind === 'row' ? hands.body : hands.strong;
    const element = this.canvas.begin('TR', table);
    let left = sheet.left;
    for (const [place, { width }] of this.columns.entries()) {
      const draw = this.cell(row[place] ?? '', place, left, top, hand);
      if (kind === 'head') this.canvas.entitle(draw, element);
      else this.canvas.tell('TD', draw, element);
      left += width;
    }
    element.end();
    const bottom = top + this.heightOf(row, hand);
    this.canvas.decorate(() => {
      this.canvas.rule(sheet.left, sheet.right, bottom);
    });
    return bottom;
  }

  private cell(text: string, place: number, left: number, top: number, hand: Hand): () => void {
    const { width = 0, align = 'start' } = this.columns[place] ?? {};
    return () => {
      for (const [line, words] of this.linesOf(text, place, hand).entries()) {
        const y = top + space.inRow / 2 + line * leading.body;
        const rest = width - space.besideCell - this.canvas.widthOf(words, hand);
        this.canvas.write(words, left + (align === 'start' ? space.besideCell : rest), y, hand);
      }
    };
  }

  private linesOf(text: string, place: number, hand: Hand): readonly string[] {
    const width = (this.columns[place]?.width ?? 0) - 2 * space.besideCell;
    return wrapped(text, width, (words) => this.canvas.widthOf(words, hand));
  }
}
