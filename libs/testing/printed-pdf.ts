import { inflateSync } from 'node:zlib';

/** A text as a screen reader meets it: `TD`, `P`, …; `Artifact` is passed over. */
export interface TaggedText {
  readonly tag: string;
  readonly text: string;
}

export interface PrintedPdf {
  readonly language: string | undefined;
  readonly isTagged: boolean;
  readonly showsTitle: boolean;
  /** The XMP packet: title, author, dates, and the standards it claims to keep. */
  readonly metadata: string;
  /** Types of all structure elements. */
  readonly structure: readonly string[];
  /** Heads of columns that say so. */
  readonly columnHeads: number;
  readonly fonts: readonly string[];
  readonly pages: readonly (readonly TaggedText[])[];
}

type Glyphs = readonly string[];
type Objects = ReadonlyMap<string, PdfObject>;
interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

/** Reads back what pdfkit writes, as far as tests want to know it; no reader of other PDFs. */
export function readPdf(bytes: Uint8Array): PrintedPdf {
  const objects = objectsIn(Buffer.from(bytes).toString('latin1'));
  const all = [...objects.values()].map(({ dictionary }) => dictionary);
  const one = (pattern: RegExp): string => all.find((dictionary) => pattern.test(dictionary)) ?? '';
  const structure = all.flatMap((dictionary) => /^\/S \/(\w+)$/m.exec(dictionary)?.[1] ?? []);
  return {
    language: /^\/Lang \((.*)\)$/m.exec(one(/^\/Type \/Catalog$/m))?.[1],
    isTagged: one(/^\/Marked true$/m) !== '',
    showsTitle: one(/^\/DisplayDocTitle true$/m) !== '',
    metadata: [...objects.values()].find(({ dictionary }) => dictionary.includes('/Type /Metadata'))?.stream ?? '',
    structure,
    columnHeads: all.filter((dictionary) => dictionary.includes('/Scope /Column')).length,
    fonts: all.flatMap((dictionary) => /^\/FontName \/[A-Z]+\+(.+)$/m.exec(dictionary)?.[1] ?? []),
    pages: all.filter((dictionary) => /^\/Type \/Page$/m.test(dictionary)).map((page) => textsOf(page, objects)),
  };
}

function objectsIn(file: string): Objects {
  const found = file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm);
  return new Map([...found].map(([, id = '', body = '']) => [id, objectIn(body)]));
}

function objectIn(body: string): PdfObject {
  const [dictionary = '', ...streams] = body.split('\nstream\n');
  const raw = streams.join('\nstream\n').replace(/\n\nendstream$/, '');
  const isSmall = dictionary.includes('/FlateDecode');
  return { dictionary, stream: isSmall ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw };
}

function referred(dictionary: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? '';
}

function textsOf(page: string, objects: Objects): readonly TaggedText[] {
  const resources = objects.get(referred(page, 'Resources'))?.dictionary ?? '';
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, glyphsOf(id, objects)]),
  );
  const content = objects.get(referred(page, 'Contents'))?.stream ?? '';
  const marked = content.matchAll(/^\/(\w+) <<[\s\S]*?>> BDC$([\s\S]*?)^EMC$/gm);
  return [...marked].map(([, tag = '', drawn = '']) => ({ tag, text: drawnText(drawn, fonts) }));
}

function glyphsOf(font: string, objects: Objects): Glyphs {
  const map = objects.get(referred(objects.get(font)?.dictionary ?? '', 'ToUnicode'))?.stream ?? '';
  const ranges = [...map.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/g)];
  return ranges.flatMap(([, signs = '']) => [...signs.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) => signsIn(hex)));
}

/** UTF-16, big-endian; a ligature is more than one. */
function signsIn(hex: string): string {
  return (hex.match(/[0-9a-f]{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
}

/** Lines of one text are told apart by a space. */
function drawnText(drawn: string, fonts: ReadonlyMap<string, Glyphs>): string {
  const lines: string[] = [];
  let glyphs: Glyphs = [];
  for (const [, font, shown = ''] of drawn.matchAll(/^\/(F\d+) [\d.]+ Tf|^\[(.*)\] TJ$/gm)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? [];
    else lines.push([...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => textIn(hex, glyphs)).join(''));
  }
  return lines.join(' ');
}

function textIn(hex: string, glyphs: Glyphs): string {
  return (hex.match(/.{4}/g) ?? []).map((glyph) => glyphs[parseInt(glyph, 16)] ?? '').join('');
}
