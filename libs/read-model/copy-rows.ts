import { BinaryRow, Unwritable } from './binary-row.js';
import type { RowChange } from './projection.js';
import { snake, typeOf, type ColumnType, type Table } from './table.js';

/** Whole rows for a table that holds none of their keys. */
export interface CopyStatement {
  readonly text: string;
  /** In COPY's binary format: as text, PostgreSQL would spend a third of its time on reading ids and dates. */
  readonly rows: Uint8Array;
  readonly physical: string;
  /** Of a row that could not be written so: then none is to be copied, and what is wrong with it is PostgreSQL's to say. */
  readonly unwritable: Unwritable | undefined;
}

/** Rows as they come, each put down at once as bytes: what waits for its turn is not to be collected. */
export class CopyRows {
  private readonly columns: readonly (readonly [property: string, type: ColumnType])[];
  private readonly rows = new BinaryRow();
  private unwritable: Unwritable | undefined;

  constructor(
    private readonly table: Table,
    private readonly physical: string,
  ) {
    this.columns = Object.entries(table.columns).map(([property, column]) => [property, typeOf(column)]);
  }

  add(row: RowChange['row']): void {
    if (this.unwritable) return;
    try {
      this.rows.begin(this.columns.length);
      for (const [property, type] of this.columns) this.rows.add(type, row[property]);
    } catch (trouble) {
      if (!(trouble instanceof Unwritable)) throw trouble;
      this.unwritable = trouble;
    }
  }

  statement(): CopyStatement {
    const names = this.columns.map(([property]) => snake(property)).join(', ');
    const { physical, unwritable } = this;
    const text = `copy ${physical} (${names}) from stdin (format binary)`;
    return { text, rows: this.rows.end(), physical, unwritable };
  }
}
