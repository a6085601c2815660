import type { Instant } from '#kernel';

export interface PrintedColumn {
  readonly title: string;
  /** Points; all columns together are as wide as the sheet between its margins. */
  readonly width: number;
  /** Numbers stand at the end, words at the start. */
  readonly align: 'start' | 'end';
}

/** A cell for each column. */
export type PrintedRow = readonly string[];

/** A sheet of A4 and as many more as its rows need, in words that are said already. */
export interface PrintedTable {
  readonly language: 'it' | 'en';
  readonly title: string;
  readonly author: string;
  readonly writtenAt: Instant;
  /** What stands above the table, each with what it is called. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly columns: readonly PrintedColumn[];
  /** In batches, from the first; asked for twice: to see how many pages they take, and to draw them. */
  readonly rows: () => AsyncIterable<readonly PrintedRow[]>;
  /** The last row. */
  readonly totals: PrintedRow;
  /** What stands below the table. */
  readonly sentences: readonly string[];
  /** At the foot of every page: a line of its own, and one that ends with the page. */
  readonly foot: { readonly above: string; readonly below: string };
  /** `page 1 of 3` */
  readonly pageOf: (page: number, pages: number) => string;
}
