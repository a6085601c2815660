import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { PrintedTable } from '../../ports/table-printing.js';

type Element = PDFKit.PDFStructureElement;

const require = createRequire(import.meta.url);
/** Embedded, so that every reader shows the same; all figures of it are equally wide. */
const fonts = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const;

export interface Hand {
  readonly weight: keyof typeof fonts;
  readonly points: number;
}

/** What the published types of the package do not know yet. */
const accessible: object = { subset: 'PDF/UA' };
const ofColumn: object = { scope: 'Column' };

const lineWidth = 0.5;

/** A tagged document: every text has its place in the reading order, and what is no text is said to be decoration. */
export class Canvas {
  private readonly document: PDFKit.PDFDocument;
  private readonly root: Element;

  constructor({ language, title, author, writtenAt }: PrintedTable) {
    const info = { Title: title, Author: author, CreationDate: new Date(writtenAt) };
    this.document = new PDFDocument({
      ...accessible,
      ...{ size: 'A4', margin: 0, autoFirstPage: false, font: fonts.plain },
      ...{ pdfVersion: '1.7', tagged: true, displayTitle: true, lang: language, info },
    });
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  newPage(): void {
    this.document.addPage();
  }

  widthOf(text: string, hand: Hand): number {
    return this.take(hand).widthOfString(text);
  }

  /** Whatever is begun is to be ended, or it stays in memory. */
  begin(tag: 'Table' | 'TR', parent: Element = this.root): Element {
    const element = this.document.struct(tag);
    parent.add(element);
    return element;
  }

  /** A text of its own in the reading order. */
  tell(tag: 'H1' | 'P' | 'TD', draw: () => void, parent: Element = this.root): void {
    parent.add(this.document.struct(tag, {}, draw));
  }

  /** The head of a column. */
  entitle(draw: () => void, parent: Element): void {
    parent.add(this.document.struct('TH', { ...ofColumn }, draw));
  }

  /** What nobody needs to hear. */
  decorate(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.document.endMarkedContent();
  }

  write(text: string, x: number, y: number, hand: Hand): void {
    if (text !== '') this.take(hand).text(text, x, y, { lineBreak: false });
  }

  rule(left: number, right: number, y: number): void {
    this.document.lineWidth(lineWidth).moveTo(left, y).lineTo(right, y).stroke();
  }

  /** All that was drawn since the last time, but the page that is open. */
  drawn(): readonly Uint8Array[] {
    const piece = this.document.read() as Uint8Array | null;
    return piece ? [piece] : [];
  }

  end(): readonly Uint8Array[] {
    this.root.end();
    this.document.end();
    return this.drawn();
  }

  private take({ weight, points }: Hand): PDFKit.PDFDocument {
    return this.document.font(fonts[weight]).fontSize(points);
  }
}
