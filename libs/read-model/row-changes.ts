import { CopyRows, type CopyStatement } from './copy-rows.js';
import type { Change, RowChange, Scrubbing } from './projection.js';
import { scrubbing, statementFor, type Statement } from './row-text.js';
import { tableName } from './serving-tables.js';
import type { Table } from './table.js';

/** What a batch does to one version of a view, collected little by little: of every row the last word. */
export class Changes {
  private readonly merged = new Map<Table, Map<string, RowChange>>();
  private readonly copied = new Map<Table, CopyRows | undefined>();
  private readonly scrubs: Scrubbing[] = [];

  /** @param isCopied tables that are taken to hold none of the rows that are put: those are not held, but said at once */
  constructor(
    private readonly version: number,
    private readonly isCopied: (physical: string) => boolean = () => false,
  ) {}

  add(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'scrub') this.scrubs.push(change);
      else if (change.kind === 'amend') this.merge(change);
      else {
        const copy = this.copyOf(change.table);
        if (copy) copy.add(change.row);
        else this.merge(change);
      }
    }
  }

  /** One set-based statement a table for whole rows, one for each set of columns that is amended; erasures have the last word. */
  statements(): readonly (Statement | CopyStatement)[] {
    const copies = [...this.copied.values()].flatMap((copy) => copy?.statement() ?? []);
    const written = [...this.merged].flatMap(([table, rows]) => this.written(table, rows));
    const erased = this.scrubs.map((change) => scrubbing(change, tableName(change.table.name, this.version)));
    return [...copies, ...written, ...erased];
  }

  private written(table: Table, rows: ReadonlyMap<string, RowChange>): readonly Statement[] {
    const puts: RowChange['row'][] = [];
    const amends = new Map<string, RowChange['row'][]>();
    for (const { kind, row } of rows.values()) {
      if (kind === 'put') puts.push(row);
      else {
        const columns = Object.keys(row).sort().join();
        const same = amends.get(columns);
        if (same) same.push(row);
        else amends.set(columns, [row]);
      }
    }
    const physical = tableName(table.name, this.version);
    const whole = puts.length > 0 ? [statementFor('put', table, physical, puts, Object.keys(table.columns))] : [];
    const parts = [...amends].map(([columns, same]) =>
      statementFor('amend', table, physical, same, columns.split(',')),
    );
    return [...whole, ...parts];
  }

  private copyOf(table: Table): CopyRows | undefined {
    if (this.copied.has(table)) return this.copied.get(table);
    const physical = tableName(table.name, this.version);
    const copy = this.isCopied(physical) ? new CopyRows(table, physical) : undefined;
    this.copied.set(table, copy);
    return copy;
  }

  private merge(change: RowChange): void {
    let rows = this.merged.get(change.table);
    if (!rows) this.merged.set(change.table, (rows = new Map<string, RowChange>()));
    const key = keyOf(change);
    const before = change.kind === 'amend' ? rows.get(key) : undefined;
    const isWhole = !before || (before.kind === 'amend' && hasAllOf(change.row, before.row));
    rows.set(key, isWhole ? change : { ...before, row: { ...before.row, ...change.row } });
  }
}

function hasAllOf(later: RowChange['row'], earlier: RowChange['row']): boolean {
  for (const property in earlier) if (!(property in later)) return false;
  return true;
}

function keyOf({ table, row }: RowChange): string {
  const [first = ''] = table.key;
  if (table.key.length === 1) return String(row[first]);
  let key = '';
  for (const column of table.key) key += `/${String(row[column])}`;
  return key;
}

/** Of tables that may hold any row already. */
export function statementsFor(changes: readonly Change[], version: number): readonly Statement[] {
  const collected = new Changes(version);
  collected.add(changes);
  return collected.statements().filter((statement) => 'values' in statement);
}
