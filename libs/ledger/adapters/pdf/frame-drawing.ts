import type { PrintedTable } from '../../ports/table-printing.js';
import type { Canvas, Hand } from './canvas.js';
import { factIndent, hands, leading, sheet, space } from './sheet.js';
import { wrapped } from './wrapping.js';

/** What stands around the table: title and facts above it, sentences below it, the foot of every page. */
export class FrameDrawing {
  constructor(
    private readonly canvas: Canvas,
    private readonly printed: Pick<PrintedTable, 'title' | 'facts' | 'sentences' | 'foot' | 'pageOf'>,
  ) {}

  /** Of title and facts. */
  get aboveHeight(): number {
    const lines = this.printed.facts.map((fact) => this.factLines(fact).length);
    const facts = lines.reduce((sum, count) => sum + count * leading.body + space.betweenFacts, 0);
    return leading.title + facts + space.betweenBlocks;
  }

  get belowHeight(): number {
    const lines = this.sentenceLines.reduce((sum, sentence) => sum + sentence.length, 0);
    return space.betweenBlocks + lines * leading.body;
  }

  drawAbove(): void {
    this.canvas.tell('H1', () => {
      this.canvas.write(this.printed.title, sheet.left, sheet.top, hands.title);
    });
    let y = sheet.top + leading.title;
    for (const fact of this.printed.facts) y = this.fact(fact, y);
  }

  drawBelow(top: number): void {
    let y = top + space.betweenBlocks;
    for (const sentence of this.sentenceLines) {
      this.canvas.tell('P', this.lines(sentence, sheet.left, y, hands.body));
      y += sentence.length * leading.body;
    }
  }

  /** The same on every page, so that no reader stops at it. */
  drawFoot(page: number, pages: number): void {
    const { foot, pageOf } = this.printed;
    const place = pageOf(page, pages);
    const left = sheet.right - this.canvas.widthOf(place, hands.foot);
    const below = sheet.footTop + leading.foot;
    this.canvas.decorate(() => {
      this.canvas.write(foot.above, sheet.left, sheet.footTop, hands.foot);
      this.canvas.write(foot.below, sheet.left, below, hands.foot);
      this.canvas.write(place, left, below, hands.foot);
    });
  }

  private fact(fact: PrintedTable['facts'][number], y: number): number {
    const lines = this.factLines(fact);
    this.canvas.tell('P', () => {
      this.canvas.write(`${fact[0]}: `, sheet.left, y, hands.body);
      this.lines(lines, sheet.left + factIndent, y, hands.strong)();
    });
    return y + lines.length * leading.body + space.betweenFacts;
  }

  private lines(lines: readonly string[], left: number, top: number, hand: Hand): () => void {
    return () => {
      for (const [line, words] of lines.entries()) this.canvas.write(words, left, top + line * leading.body, hand);
    };
  }

  private factLines([, value]: PrintedTable['facts'][number]): readonly string[] {
    return this.wrapped(value, sheet.width - factIndent, hands.strong);
  }

  private get sentenceLines(): readonly (readonly string[])[] {
    return this.printed.sentences.map((sentence) => this.wrapped(sentence, sheet.width, hands.body));
  }

  private wrapped(text: string, width: number, hand: Hand): readonly string[] {
    return wrapped(text, width, (words) => this.canvas.widthOf(words, hand));
  }
}
