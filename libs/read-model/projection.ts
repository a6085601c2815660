import type { AnyEvent, Category, Recorded, SealedPlace, SealedText } from '#kernel';
import type { Columns, RowOf, Table } from './table.js';

/** One row's change, made by `put` and `amend`, or what an erasure takes out of many rows, made by `scrub`. */
export type Change = RowChange | Scrubbing;
export interface RowChange {
  readonly kind: 'put' | 'amend';
  readonly table: Table;
  readonly row: Readonly<Record<string, unknown>>;
}
export interface Scrubbing {
  readonly kind: 'scrub';
  readonly table: Table;
  /** The rows in which this column is that id. */
  readonly where: { readonly column: string; readonly id: string };
  /** Become absent there. */
  readonly columns: readonly string[];
}

/** The whole row, whether it was there or not. */
export function put<C extends Columns, Key extends keyof C & string>(table: Table<C, Key>, row: RowOf<C>): Change {
  return { kind: 'put', table, row };
}

/** These columns of a row that an earlier record put there; one given as undefined becomes absent. */
export function amend<C extends Columns, Key extends keyof C & string>(
  table: Table<C, Key>,
  row: Pick<RowOf<C>, Key & keyof RowOf<C>> & { readonly [K in keyof RowOf<C>]?: RowOf<C>[K] | undefined },
): Change {
  return { kind: 'amend', table, row };
}

/**
 * Takes columns that may be absent out of all rows of somebody who was erased. It comes after every row of its batch:
 * no record brings another text of theirs.
 */
export function scrub<C extends Columns>(
  table: Table<C>,
  column: keyof C & string,
  id: string,
  columns: readonly (keyof C & string)[],
): Change {
  return { kind: 'scrub', table, where: { column, id }, columns };
}

/** A sealed text that a projection wants to show. */
export interface TextToOpen {
  /** How `rows` finds it. */
  readonly name: string;
  readonly sealed: SealedText;
  readonly place: SealedPlace;
}

/** Opened texts by name; one whose key was destroyed is not there. */
export type OpenedTexts = Readonly<Record<string, string | undefined>>;

/**
 * A view is code: what it keeps, which records it folds, and how each becomes rows. It is disposable: a version is
 * always the fold of the whole store, and a change of `shape` builds the next one from the start.
 */
export interface View<E extends AnyEvent = AnyEvent> {
  /** Of its first table: `account_statement`. */
  readonly name: string;
  /** Raised with every change of its tables or rows: versions of another shape are not read. */
  readonly shape: number;
  readonly categories: readonly Category[];
  readonly tables: readonly Table[];
  /** Its rows say who may read what: once they move, every reader's reach is asked anew. */
  readonly decidesReach?: true;
  /** Pure; in the order of the stream. What it throws parks the stream for this view. */
  readonly rows: (record: Recorded<E>, texts: OpenedTexts) => readonly Change[];
  /** Texts that the runner opens before it asks for `rows`. */
  readonly texts?: (record: Recorded<E>) => readonly TextToOpen[];
  /** Statements that make this version the one that is read, beside the registry's row: functions over its tables. */
  readonly serving?: (tableOf: (table: Table) => string) => readonly string[];
}

/** `projection<JournalEvent>({...})`: the runner only hands it records of its categories. */
export function projection<E extends AnyEvent>(view: View<E>): View {
  return view as unknown as View;
}
