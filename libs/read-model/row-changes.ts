import { copyStatement, type CopyStatement } from './copy-text.js';
import type { Change, RowChange } from './projection.js';
import { scrubbing, statementFor, type Statement } from './row-text.js';
import { tableName } from './serving-tables.js';
import type { Table } from './table.js';

/** The last word on every row: what comes later in the batch is laid over what came before. */
function merged(changes: readonly Change[]): ReadonlyMap<Table, ReadonlyMap<string, RowChange>> {
  const tables = new Map<Table, Map<string, RowChange>>();
  for (const change of changes) {
    if (change.kind === 'scrub') continue;
    let rows = tables.get(change.table);
    if (!rows) tables.set(change.table, (rows = new Map<string, RowChange>()));
    const key = keyOf(change);
    const before = change.kind === 'amend' ? rows.get(key) : undefined;
    rows.set(key, before ? { ...before, row: { ...before.row, ...change.row } } : change);
  }
  return tables;
}

function keyOf({ table, row }: RowChange): string {
  let key = '';
  for (const column of table.key) key += `/${String(row[column])}`;
  return key;
}

/** One set-based statement a table for whole rows, one for each set of columns that is amended; erasures have the last word. */
export function statementsFor(changes: readonly Change[], version: number): readonly Statement[];
export function statementsFor(
  changes: readonly Change[],
  version: number,
  isCopied: (physical: string) => boolean,
): readonly (Statement | CopyStatement)[];
export function statementsFor(
  changes: readonly Change[],
  version: number,
  isCopied: (physical: string) => boolean = () => false,
): readonly (Statement | CopyStatement)[] {
  const statements: (Statement | CopyStatement)[] = [];
  for (const [table, rows] of merged(changes)) {
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
    const physical = tableName(table.name, version);
    if (puts.length > 0) {
      const all = Object.keys(table.columns);
      statements.push(
        isCopied(physical) ? copyStatement(table, physical, puts) : statementFor('put', table, physical, puts, all),
      );
    }
    for (const [columns, same] of amends)
      statements.push(statementFor('amend', table, physical, same, columns.split(',')));
  }
  for (const change of changes) {
    if (change.kind === 'scrub') statements.push(scrubbing(change, tableName(change.table.name, version)));
  }
  return statements;
}
