import type { Message } from '#kernel';

/** How a column is written for people; in JSON it stands as it is. */
export type ColumnKind = 'text' | 'number' | 'minutes' | 'day';
export type Cell = string | number | undefined;

/** One table of what is held about a person: read page by page, as often as somebody goes through it. */
export interface Section {
  /** File name, and key in the JSON. */
  readonly name: string;
  readonly title: Message;
  readonly columns: readonly { readonly name: string; readonly title: Message; readonly kind: ColumnKind }[];
  readonly rows: () => AsyncIterable<Readonly<Record<string, Cell>>>;
}

export function column(name: string, it: string, en: string, kind: ColumnKind = 'text'): Section['columns'][number] {
  return { name, title: { it, en }, kind };
}

type Row = Readonly<Record<string, Cell>>;

/** A section that is short enough to be read at once. */
export function section(
  name: string,
  it: string,
  en: string,
  columns: Section['columns'],
  read: () => Promise<readonly Row[]>,
): Section {
  return streamed(name, it, en, columns, async function* () {
    yield* await read();
  });
}

/** A section that is read anew each time somebody goes through it. */
export function streamed(
  name: string,
  it: string,
  en: string,
  columns: Section['columns'],
  rows: Section['rows'],
): Section {
  const title: Message = { it, en };
  return { name, title, columns, rows };
}
