import type { RowChange, Scrubbing } from './projection.js';
import { snake, sqlTypeOf, typeOf, type Column, type ColumnType, type Table } from './table.js';

export interface Statement {
  readonly text: string;
  readonly values: readonly string[];
}

/** Between the values of one column; no record holds it but in a member's text, where it would mean nothing. */
const separator = '\u001f';
const absent = '\\N';

/** A marked value is never taken for an absent or an empty one. */
function marked(column: Column): boolean {
  return ['text', 'json'].includes(typeOf(column));
}

function textOf(type: ColumnType, value: unknown): string {
  if (value === undefined || value === null) return absent;
  switch (type) {
    case 'text':
      return `=${(value as string).replaceAll(separator, '')}`;
    case 'json':
      return `=${JSON.stringify(value)}`;
    case 'uuids':
      return `{${(value as readonly string[]).join()}}`;
    default:
      return `${value as string | number | boolean}`;
  }
}

function arrayOf(column: Column, parameter: number): string {
  const texts = `string_to_array($${String(parameter)}, E'\\x1f', '\\N')`;
  return marked(column) || column.startsWith('uuids') ? texts : `${texts}::${sqlTypeOf(column)}[]`;
}

function valueOf(column: Column, name: string): string {
  if (marked(column)) return `substr(r.${name}, 2)::${sqlTypeOf(column)}`;
  return column.startsWith('uuids') ? `r.${name}::uuid[]` : `r.${name}`;
}

/** All rows of one kind in one statement: a text per column, which is far cheaper than an array value a row. */
export function statementFor(
  kind: RowChange['kind'],
  table: Table,
  physical: string,
  rows: readonly RowChange['row'][],
  properties: readonly string[],
): Statement {
  const columns = properties.map((property) => ({
    property,
    name: snake(property),
    column: columnOf(table, property),
  }));
  const source = `unnest(${columns.map(({ column }, i) => arrayOf(column, i + 1)).join(', ')}) as r(${columns.map((c) => c.name).join(', ')})`;
  const values = columns.map(({ property, column }) => {
    const type = typeOf(column);
    return rows.map((row) => textOf(type, row[property])).join(separator);
  });
  const key = table.key.map(snake);
  const changed = columns.filter(({ property }) => !table.key.includes(property));
  const text =
    kind === 'put'
      ? `insert into ${physical} (${columns.map((c) => c.name).join(', ')}) select ${columns.map((c) => valueOf(c.column, c.name)).join(', ')} from ${source}
         on conflict (${key.join(', ')}) do ${changed.length === 0 ? 'nothing' : `update set ${changed.map((c) => `${c.name} = excluded.${c.name}`).join(', ')}`}`
      : `update ${physical} t set ${changed.map((c) => `${c.name} = ${valueOf(c.column, c.name)}`).join(', ')} from ${source}
         where ${columns
           .filter(({ property }) => table.key.includes(property))
           .map((c) => `t.${c.name} = ${valueOf(c.column, c.name)}`)
           .join(' and ')}`;
  return { text, values };
}

export function scrubbing({ table, where, columns }: Scrubbing, physical: string): Statement {
  const absent = columns.map((property) => `${nameOf(table, property)} = null`);
  return {
    text: `update ${physical} set ${absent.join(', ')} where ${nameOf(table, where.column)} = $1`,
    values: [where.id],
  };
}

function nameOf(table: Table, property: string): string {
  columnOf(table, property);
  return snake(property);
}

function columnOf(table: Table, property: string): Column {
  const column = table.columns[property];
  if (!column) throw new Error(`${table.name} has no column ${property}`);
  return column;
}
