import { foldHeading, type Vocabulary } from './heading.js';
import { problem, type Place, type Problem } from './problem.js';

/** Which cell of a row is what. */
export interface Header<Column extends string> {
  /** As the file writes them. */
  readonly headings: readonly string[];
  readonly places: ReadonlyMap<Column, number>;
}

/** A header row by its words, in any order; every column that is not understood, missing or there twice is a problem. */
export function readHeader<Column extends string>(
  headings: readonly string[],
  line: number,
  vocabulary: Vocabulary<Column>,
): Header<Column> | readonly Problem[] {
  const problems: Problem[] = [];
  const places = new Map<Column, number>();
  headings.forEach((heading, place) => {
    const column = columnOf(heading, vocabulary);
    const where = { line, column: heading === '' ? String(place + 1) : heading };
    if (!column) problems.push(problem('COLUMN_UNKNOWN', where, { known: knownHeadings(vocabulary) }));
    else if (places.has(column)) problems.push(problem('COLUMN_TWICE', where));
    else places.set(column, place);
  });
  for (const column of vocabulary.required) {
    if (places.has(column)) continue;
    problems.push(problem('COLUMN_MISSING', { line }, { headings: vocabulary.headings[column].join(', ') }));
  }
  return problems.length > 0 ? problems : { headings, places };
}

/** The cell of a column, '' where the file has no such column. */
export function cellOf<Column extends string>(
  header: Header<Column>,
  cells: readonly string[],
  column: Column,
): string {
  const place = header.places.get(column);
  return place === undefined ? '' : (cells[place] ?? '');
}

export function placeOf<Column extends string>(header: Header<Column>, line: number, column: Column): Place {
  const heading = header.headings[header.places.get(column) ?? -1];
  return heading === undefined ? { line } : { line, column: heading };
}

/** A row has as many cells as the header, or its commas are not what they seem. */
export function wrongCount(header: Header<string>, cells: readonly string[], line: number): Problem | undefined {
  if (cells.length === header.headings.length) return undefined;
  return problem('CELLS_COUNT', { line }, { found: cells.length, expected: header.headings.length });
}

function columnOf<Column extends string>(heading: string, vocabulary: Vocabulary<Column>): Column | undefined {
  const folded = foldHeading(heading);
  return (Object.keys(vocabulary.headings) as Column[]).find((column) => vocabulary.headings[column].includes(folded));
}

function knownHeadings(vocabulary: Vocabulary<string>): string {
  return Object.values(vocabulary.headings)
    .map(([first]) => first)
    .join(', ');
}
