import type { Facts } from '#kernel';

/** All that can be wrong with a file that somebody brings, from the whole file down to one cell. */
export const problemCodes = [
  'FILE_EMPTY',
  'NOT_TEXT',
  'FILE_CHANGED',
  'QUOTE_UNBALANCED',
  'TOO_MANY_LINES',
  'NO_ROWS',
  'DELIMITER_UNCLEAR',
  'COLUMN_UNKNOWN',
  'COLUMN_MISSING',
  'COLUMN_TWICE',
  'UNIT_UNKNOWN',
  'UNIT_CONTRADICTED',
  'DATE_ORDER_UNKNOWN',
  'DATE_ORDER_MIXED',
  'CELLS_COUNT',
  'TEXT_MISSING',
  'TEXT_TOO_LONG',
  'DATE_UNREADABLE',
  'DATE_IMPOSSIBLE',
  'DATE_IN_FUTURE',
  'DURATION_UNREADABLE',
  'DURATION_NEGATIVE',
  'DURATION_ZERO',
  'DURATION_FRACTION',
  'DURATION_STEP',
  'DURATION_TOO_LONG',
  'SAME_MEMBER',
  'MEMBER_AMBIGUOUS',
  'MEMBER_NUMBER_TAKEN',
  'MEMBER_TWICE',
  'BEFORE_MEMBERSHIP',
  'SUSPENDED_MEMBER',
  'HUB_UNKNOWN',
  'HUB_NOT_SAID',
  'CATEGORY_UNKNOWN',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Where in the file: the line as an editor counts it, and the column's heading (or its number where there is none). */
export interface Place {
  readonly line?: number;
  readonly column?: string;
}

/** Shown to whoever brought the file, never logged or stored: its facts may quote the file. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly facts: Facts;
}

export function problem(code: ProblemCode, place: Place = {}, facts: Facts = {}): Problem {
  return { code, ...place, facts };
}

/** The answer of whoever reads one cell and does not know its place. */
export class Misread {
  constructor(
    readonly code: ProblemCode,
    readonly facts: Facts = {},
  ) {}

  at(place: Place): Problem {
    return problem(this.code, place, this.facts);
  }
}
