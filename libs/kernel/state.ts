import { Deadlines, type Deadline } from './deadlines.js';
import { Table, type ReadonlyTable } from './table.js';

/**
 * The state of a stream: tables, one deadline queue, and immutable values. Being made of these alone,
 * every state can be layered, folded, kept in a snapshot and read back without code of its own.
 */
export type Field = Table<string, unknown> | Deadlines | Plain;
export type Plain = string | number | boolean | readonly unknown[] | { readonly [key: string]: unknown } | undefined;

/** The read-only view that deciders get. */
export type ReadonlyState<State> = {
  readonly [Key in keyof State]: State[Key] extends Table<infer K, infer V>
    ? ReadonlyTable<K, V>
    : State[Key] extends Deadlines
      ? Pick<Deadlines, 'first' | 'inOrder' | 'entries'>
      : State[Key];
};

type Fields = Record<string, unknown>;

/** The same state, for eyes only. */
export function readonlyView<State extends object>(state: State): ReadonlyState<State> {
  return state as unknown as ReadonlyState<State>;
}

/** A copy-on-write layer over `state`. */
export function layerOf<State extends object>(state: State): State {
  const fields = state as Fields;
  const layer: Fields = {};
  for (const key in fields) {
    const value = fields[key];
    layer[key] = value instanceof Table || value instanceof Deadlines ? value.layer() : value;
  }
  return layer as State;
}

/** Writes `layer` (made by `layerOf(state)`) down into `state`. */
export function foldInto<State extends object>(state: State, layer: State): void {
  const [below, above] = [state as Fields, layer as Fields];
  for (const key in above) {
    const value = above[key];
    if (value instanceof Table || value instanceof Deadlines) value.fold();
    else below[key] = value;
  }
}

/** JSON of a state; undefined fields are left out. */
export function dumpState(state: object): unknown {
  const dump: Fields = {};
  for (const [key, value] of Object.entries(state)) {
    if (value instanceof Table) dump[key] = { table: [...value.entries()] };
    else if (value instanceof Deadlines) dump[key] = { deadlines: value.entries() };
    else if (value !== undefined) dump[key] = { value: value as Plain };
  }
  return dump;
}

/** Reads a dump back over a fresh state of the same shape. */
export function loadState<State extends object>(fresh: State, dump: unknown): State {
  const fields = fresh as Fields;
  for (const [key, kept] of Object.entries(dump as Record<string, Dumped>)) {
    if ('table' in kept) fields[key] = Table.of(kept.table);
    else if ('deadlines' in kept) fields[key] = Deadlines.of(kept.deadlines);
    else fields[key] = kept.value;
  }
  return fresh;
}

type Dumped =
  | { readonly table: readonly (readonly [string, unknown])[] }
  | { readonly deadlines: readonly Deadline[] }
  | { readonly value: Plain };
