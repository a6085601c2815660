/** Which rows of a list: how many, after which key, and whether the list is walked from its end. */
export interface PageOf<Key> {
  /** At most 100. */
  readonly size: number;
  readonly backwards: boolean;
  readonly from?: Key;
}

export interface Page<Row> {
  /** In the list's own order, whichever way it was walked. */
  readonly rows: readonly Row[];
  /** Whether there is more in the direction that was walked. */
  readonly hasMore: boolean;
}

/** @param read one more row than the page holds, in the direction it was walked */
export function pageOf<Row>(read: readonly Row[], { size, backwards }: PageOf<unknown>): Page<Row> {
  const rows = read.slice(0, size);
  return { rows: backwards ? rows.reverse() : rows, hasMore: read.length > size };
}

/** Rows as SQL gives them say null where nothing is; ours leave it out. */
export function withoutNulls<Row>(row: object): Row {
  const said: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) if (value !== null) said[column] = value;
  return said as Row;
}
