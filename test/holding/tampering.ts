import type { EncodedRecord } from '#kernel';

export interface Row extends EncodedRecord {
  readonly position: string;
}

export const kinds = ['flip', 'delete', 'swap', 'insert'] as const;
export const places = ['head', 'parts', 'columns'] as const;

/** What somebody with the database in hands does; numbers are taken modulo what there is. */
export interface Tampering {
  readonly kind: (typeof kinds)[number];
  readonly place: (typeof places)[number];
  readonly victim: number;
  readonly where: number;
  readonly other: number;
}

export interface Tampered {
  readonly rows: readonly Row[];
  /** The first record that is not as it was. */
  readonly stream: string;
  readonly revision: number;
}

/** Records that others follow: the last of a stream can be cut off unseen until its checkpoints are signed. */
export function victimsIn(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ stream, revision }) => rows.some((row) => row.stream === stream && row.revision > revision));
}

/** Positions are closed up again behind it, as somebody who knows them would. */
export function tamper(rows: readonly Row[], { kind, place, ...numbers }: Tampering): Tampered {
  const victims = victimsIn(rows);
  const victim = pick(victims, numbers.victim);
  const { stream, revision } = victim;
  const bad = { stream, revision };
  const at = rows.indexOf(victim);
  switch (kind) {
    case 'flip':
      return { ...bad, rows: rows.with(at, flipped(victim, place, numbers.where, numbers.other)) };
    case 'delete':
      if (place !== 'columns') return { ...bad, rows: rows.with(at, changedLine(victim, place, numbers.where, 'out')) };
      return { ...bad, rows: closedUp(rows.toSpliced(at, 1)) };
    case 'swap': {
      const later = pick(
        rows.filter((row) => row.stream === stream && row.revision > revision),
        numbers.other,
      );
      const [one, other] = exchanged(victim, later, place);
      return { ...bad, rows: rows.with(at, one).with(rows.indexOf(later), other) };
    }
    case 'insert':
      if (place !== 'columns')
        return { ...bad, rows: rows.with(at, changedLine(victim, place, numbers.where, 'twice')) };
      return {
        ...bad,
        rows: closedUp(
          rows.toSpliced(at, 0, {
            ...pick(
              rows.filter((row) => row !== victim),
              numbers.other,
            ),
            stream,
            revision,
          }),
        ),
      };
  }
}

function pick<T>(all: readonly T[], number: number): T {
  const one = all[number % all.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

function closedUp(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => ({ ...row, position: String(index + 1) }));
}

function flipped(row: Row, place: Tampering['place'], where: number, other: number): Row {
  if (place === 'columns') {
    const hash = Uint8Array.from(row.hash);
    hash[where % hash.length] = (hash[where % hash.length] ?? 0) ^ (1 + (other % 255));
    const columns = [
      { hash },
      { id: `${row.id.slice(0, -1)}${row.id.endsWith('0') ? '1' : '0'}` },
      { type: `${row.type}X` },
    ];
    return { ...row, ...pick(columns, other) };
  }
  const [from, to] = spanOf(row.text, place);
  const at = from + (where % (to - from));
  const letter = String.fromCharCode(33 + (other % 94));
  const changed = row.text[at] === letter ? '~' : letter;
  return { ...row, text: `${row.text.slice(0, at)}${changed}${row.text.slice(at + 1)}` };
}

/** One letter less, or one that is there twice. */
function changedLine(row: Row, place: 'head' | 'parts', where: number, how: 'out' | 'twice'): Row {
  const [from, to] = spanOf(row.text, place);
  const at = from + (where % (to - from));
  const letter = how === 'out' ? '' : `${row.text.charAt(at)}${row.text.charAt(at)}`;
  return { ...row, text: `${row.text.slice(0, at)}${letter}${row.text.slice(at + 1)}` };
}

/** Whole records, or the line of one in the place of the other's. */
function exchanged(one: Row, other: Row, place: Tampering['place']): readonly [Row, Row] {
  if (place === 'columns') {
    const { text, hash, id, type } = one;
    return [
      { ...one, text: other.text, hash: other.hash, id: other.id, type: other.type },
      { ...other, text, hash, id, type },
    ];
  }
  const [[head, parts], [otherHead, otherParts]] = [linesOf(one.text), linesOf(other.text)];
  return place === 'head'
    ? [
        { ...one, text: `${otherHead}\n${parts}` },
        { ...other, text: `${head}\n${otherParts}` },
      ]
    : [
        { ...one, text: `${head}\n${otherParts}` },
        { ...other, text: `${otherHead}\n${parts}` },
      ];
}

function linesOf(text: string): readonly [string, string] {
  const end = text.indexOf('\n');
  return [text.slice(0, end), text.slice(end + 1)];
}

function spanOf(text: string, place: 'head' | 'parts'): readonly [number, number] {
  const end = text.indexOf('\n');
  return place === 'head' ? [0, end] : [end + 1, text.length];
}
