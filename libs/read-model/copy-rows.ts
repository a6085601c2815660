import type { RowChange } from './projection.js';
import { memberText } from './row-text.js';
import { snake, typeOf, type ColumnType, type Table } from './table.js';

/** Whole rows for a table that holds none of their keys. */
export interface CopyStatement {
  readonly text: string;
  /** In COPY's own text format. */
  readonly rows: Uint8Array;
  readonly physical: string;
}

const firstBytes = 65_536;
/** No UTF-16 unit takes more than three bytes. */
const bytesOfUnitMax = 3;

/** Rows as they come, each put down at once as bytes: what waits for its turn is not to be collected. */
export class CopyRows {
  private readonly columns: readonly (readonly [property: string, type: ColumnType])[];
  private text = '';
  private bytes = Buffer.allocUnsafe(firstBytes);
  private length = 0;

  constructor(
    private readonly table: Table,
    private readonly physical: string,
  ) {
    this.columns = Object.entries(table.columns).map(([property, column]) => [property, typeOf(column)]);
  }

  add(row: RowChange['row']): void {
    let line = '';
    for (const [property, type] of this.columns) line += `${line === '' ? '' : '\t'}${textOf(type, row[property])}`;
    this.text += `${line}\n`;
  }

  settle(): void {
    const needed = this.length + this.text.length * bytesOfUnitMax;
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.bytes.length));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    this.length += this.bytes.write(this.text, this.length);
    this.text = '';
  }

  statement(): CopyStatement {
    this.settle();
    const names = this.columns.map(([property]) => snake(property)).join(', ');
    const { physical } = this;
    return { text: `copy ${physical} (${names}) from stdin`, rows: this.bytes.subarray(0, this.length), physical };
  }
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
