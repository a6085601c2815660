import { snake, sqlTypeOf, type Table } from './table.js';

/** A version's table with its key, as long as it is filled: nobody may read it, and rows may be copied into it. */
export function tableDdl(table: Table, physical: string): readonly string[] {
  const columns = Object.entries(table.columns).map(
    ([property, column]) => `${snake(property)} ${sqlTypeOf(column)}${column.endsWith('?') ? '' : ' not null'}`,
  );
  return [
    `create table ${physical} (${columns.join(', ')}, primary key (${table.key.map(snake).join(', ')}))`,
    `grant select, insert, update on ${physical} to reciproca_projector`,
  ];
}

/** Who may read which rows: PostgreSQL copies into no table that has row-level security. */
export function readersDdl(table: Table, physical: string): readonly string[] {
  return [
    `alter table ${physical} enable row level security`,
    `create policy readers on ${physical} for select to reciproca_app using (${table.readers})`,
    `create policy projector on ${physical} to reciproca_projector using (true) with check (true)`,
    `grant select on ${physical} to reciproca_app`,
  ];
}

/** What queries look rows up by beside the key. */
export function indexDdl(table: Table, physical: string): readonly string[] {
  return table.indexes.map((index) => {
    const columns = 'on' in index ? index.on : index;
    return `create index on ${physical} (${columns.map(snake).join(', ')})${'on' in index ? ` where ${index.where}` : ''}`;
  });
}
