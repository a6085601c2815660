import type { RowChange } from './projection.js';
import { memberText } from './row-text.js';
import { snake, typeOf, type ColumnType, type Table } from './table.js';

/** Whole rows for a table that holds none of their keys. */
export interface CopyStatement {
  readonly text: string;
  /** In COPY's own text format. Bytes, not a text put together from a thousand: what waits is not to be collected. */
  readonly rows: Uint8Array;
  readonly physical: string;
}

export function copyStatement(table: Table, physical: string, rows: readonly RowChange['row'][]): CopyStatement {
  const columns = Object.entries(table.columns).map(([property, column]) => [property, typeOf(column)] as const);
  const names = columns.map(([property]) => snake(property)).join(', ');
  const lines = rows.map((row) => columns.map(([property, type]) => textOf(type, row[property])).join('\t'));
  return { text: `copy ${physical} (${names}) from stdin`, rows: Buffer.from(`${lines.join('\n')}\n`), physical };
}

function textOf(type: ColumnType, value: unknown): string {
  if (value === undefined || value === null) return '\\N';
  switch (type) {
    case 'text':
      return escaped(memberText(value as string));
    case 'json':
      return escaped(JSON.stringify(value));
    case 'uuids':
      return `{${(value as readonly string[]).join()}}`;
    default:
      return `${value as string | number | boolean}`;
  }
}

const toEscape = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return toEscape.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text;
}
