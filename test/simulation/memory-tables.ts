import { canonical } from '#event-store';
import type { Position, StoredRecord, StreamId } from '#kernel';
import { Fenced, type Change, type Fold, type Served, type View } from '#read-model';

type Row = Extract<Change, { readonly row: unknown }>['row'];

/** The read tables' rows, by table and key. */
export class Rows {
  readonly tables = new Map<string, Map<string, Row>>();

  apply(change: Change): void {
    const rows = this.of(change.table.name);
    if (change.kind === 'scrub') {
      const { where, columns } = change;
      const absent = Object.fromEntries(columns.map((column) => [column, undefined]));
      for (const [key, row] of rows) if (row[where.column] === where.id) rows.set(key, { ...row, ...absent });
      return;
    }
    const { kind, table, row } = change;
    const key = table.key.map((column) => String(row[column])).join('/');
    const before = rows.get(key);
    if (kind === 'put') rows.set(key, row);
    else if (before) rows.set(key, { ...before, ...row });
  }

  of(table: string): Map<string, Row> {
    let rows = this.tables.get(table);
    if (!rows) this.tables.set(table, (rows = new Map<string, Row>()));
    return rows;
  }

  /** A line for each row, in one order. */
  lines(): readonly string[] {
    return [...this.tables]
      .flatMap(([table, rows]) => [...rows].map(([key, row]) => `${table} ${key} ${textOf(row)}`))
      .sort();
  }
}

/** The same whatever the order in which its columns were named; what is absent is not named. */
function textOf(row: Row): string {
  return canonical(JSON.parse(JSON.stringify(row)));
}

/** Rows and checkpoint of all views in one place that changes all at once, as a transaction does. */
export class MemoryTables {
  readonly rows = new Rows();
  readonly parked = new Map<string, Map<StreamId, number>>();
  position: Position = 0n;
  /** A record that some view was given again. */
  again: StoredRecord | undefined;
  private readonly lastTaken = new Map<string, Position>();
  private storeId: string | undefined;
  private readonly generation = 0n;

  constructor(private readonly views: readonly View[]) {}

  load(): Served {
    return {
      position: this.position,
      storeId: this.storeId,
      generation: this.generation,
      targets: this.views.map((view) => ({ view, version: 1, parked: new Set(this.parked.get(view.name)?.keys()) })),
    };
  }

  take(folds: readonly Fold[], from: Served, through: Position, storeId: string): boolean {
    if (from.position !== this.position || from.generation !== this.generation) throw new Fenced();
    if (storeId !== (this.storeId ?? storeId)) throw new Fenced();
    this.position = through;
    this.storeId = storeId;
    for (const { target, folded, poisons } of folds) {
      for (const { stored, changes } of folded) {
        if (stored.position <= (this.lastTaken.get(target.view.name) ?? 0n)) this.again = stored;
        this.lastTaken.set(target.view.name, stored.position);
        for (const change of changes) this.rows.apply(change);
      }
      for (const { stream, revision } of poisons) {
        const parked = this.parked.get(target.view.name) ?? new Map<StreamId, number>();
        this.parked.set(target.view.name, parked.set(stream, revision));
      }
    }
    return folds.some(({ poisons }) => poisons.length > 0);
  }
}
