import type { RowChange, Scrubbing } from './projection.js';
import { snake, sqlTypeOf, typeOf, type Column, type ColumnType, type Table } from './table.js';

export interface Statement {
  readonly text: string;
  /** Where the plan depends on nothing but the statement: prepared once under this name. */
  readonly name?: string;
  readonly values: readonly string[];
}

/** Between the rows and between the values of a row; members' texts, where they would mean nothing, are sent without. */
const [betweenRows, betweenValues] = ['\u001e', '\u001f'];
const separators = new RegExp(`[${betweenRows}${betweenValues}]`);
const absent = '';

export function memberText(text: string): string {
  return separators.test(text) ? text.replaceAll(betweenRows, '').replaceAll(betweenValues, '') : text;
}

function textOf(type: ColumnType, value: unknown): string {
  if (value === undefined || value === null) return absent;
  switch (type) {
    // A marked value is never taken for an absent one.
    case 'text':
      return `=${memberText(value as string)}`;
    case 'json':
      return `=${JSON.stringify(value)}`;
    case 'uuids':
      return `{${(value as readonly string[]).join()}}`;
    default:
      return `${value as string | number | boolean}`;
  }
}

function valueOf(column: Column, place: number): string {
  const [type, value] = [typeOf(column), `r.row[${String(place)}]`];
  const given = column.endsWith('?') ? `nullif(${value}, '')` : value;
  return `${type === 'text' || type === 'json' ? `substr(${given}, 2)` : given}::${sqlTypeOf(column)}`;
}

/** How one kind of change to some columns of a table is said; said anew for every batch, so worked out once. */
interface Form {
  readonly statement: Omit<Statement, 'values'>;
  readonly columns: readonly { readonly property: string; readonly type: ColumnType }[];
}
const forms = new Map<string, Form>();
const formsMax = 1_000;

/** All rows of one kind in one statement and one text, which is far cheaper than a parameter or an array a column. */
export function statementFor(
  kind: RowChange['kind'],
  table: Table,
  physical: string,
  rows: readonly RowChange['row'][],
  properties: readonly string[],
): Statement {
  const { statement, columns } = formOf(kind, table, physical, properties);
  let text = '';
  let before = '';
  for (const row of rows) {
    text += before;
    before = '';
    for (const { property, type } of columns) {
      text += before + textOf(type, row[property]);
      before = betweenValues;
    }
    before = betweenRows;
  }
  return { values: [text], ...statement };
}

function formOf(kind: RowChange['kind'], table: Table, physical: string, properties: readonly string[]): Form {
  const asked = `${kind} ${physical} ${properties.join()}`;
  const known = forms.get(asked);
  if (known) return known;
  const columns = properties.map((property, i) => {
    const column = columnOf(table, property);
    return { property, name: snake(property), type: typeOf(column), value: valueOf(column, i + 1) };
  });
  const text = kind === 'put' ? put(table, physical, columns) : amend(table, physical, columns);
  if (forms.size >= formsMax) return { columns, statement: { text } };
  // How to find the rows of an amendment depends on how many there are by now: that is planned each time.
  const statement = kind === 'put' ? { name: `rows-${String(forms.size)}`, text } : { text };
  forms.set(asked, { columns, statement });
  return { columns, statement };
}

interface Said {
  readonly property: string;
  readonly name: string;
  readonly value: string;
}

/** The rows in a parameter, a line each. */
export function given(parameter: number): string {
  return `unnest(string_to_array($${String(parameter)}, E'\\x1e')) as line`;
}

/** Split once for all columns: the sub-select may not be pulled up. */
const source = `(select string_to_array(line, E'\\x1f') as row from ${given(1)} offset 0) r`;

function put(table: Table, physical: string, columns: readonly Said[]): string {
  const changed = columns.filter(({ property }) => !table.key.includes(property));
  const set = changed.map(({ name }) => `${name} = excluded.${name}`).join(', ');
  return `insert into ${physical} (${columns.map(({ name }) => name).join(', ')})
    select ${columns.map(({ value }) => value).join(', ')} from ${source}
    on conflict (${table.key.map(snake).join(', ')}) do ${changed.length === 0 ? 'nothing' : `update set ${set}`}`;
}

function amend(table: Table, physical: string, columns: readonly Said[]): string {
  const isKey = ({ property }: Said): boolean => table.key.includes(property);
  const set = columns.filter((column) => !isKey(column)).map(({ name, value }) => `${name} = ${value}`);
  const where = columns.filter(isKey).map(({ name, value }) => `t.${name} = ${value}`);
  return `update ${physical} t set ${set.join(', ')} from ${source} where ${where.join(' and ')}`;
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
