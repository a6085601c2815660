import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/** PostgreSQL types a read model may use; `instant` is kept as the text it is in the record, which sorts as time does. */
export type ColumnType = 'uuid' | 'uuids' | 'text' | 'integer' | 'boolean' | 'date' | 'instant' | 'json';

/** A question mark: may be absent. */
export type Column = ColumnType | `${ColumnType}?`;
export type Columns = Readonly<Record<string, Column>>;

interface Values {
  readonly uuid: string;
  readonly uuids: readonly string[];
  readonly text: string;
  readonly integer: number;
  readonly boolean: boolean;
  readonly date: string;
  readonly instant: string;
  readonly json: unknown;
}

type ValueOf<C extends Column> = C extends `${infer T extends ColumnType}?`
  ? Values[T] | undefined
  : C extends ColumnType
    ? Values[C]
    : never;
type OptionalKey<C extends Columns> = { [K in keyof C]: C[K] extends `${string}?` ? K : never }[keyof C];

/** A row as a projection writes it: what may be absent may be left out. */
export type RowOf<C extends Columns> = { readonly [K in Exclude<keyof C, OptionalKey<C>>]: ValueOf<C[K]> } & {
  readonly [K in OptionalKey<C>]?: ValueOf<C[K]>;
};

/** Property names; `where`, an SQL condition, leaves out the rows that are never looked up by them. */
export type Index = readonly string[] | { readonly on: readonly string[]; readonly where: string };

export interface Table<C extends Columns = Columns, Key extends keyof C & string = keyof C & string> {
  /** `account_statement`; each version of its view has a table of its own, `read.account_statement_v2`. */
  readonly name: string;
  /** By property name; `bankId` is stored as `bank_id`. */
  readonly columns: C;
  readonly key: readonly Key[];
  /** Column lists (property names) that queries look rows up by, beside the key. `desc` may follow a name. */
  readonly indexes: readonly Index[];
  /** Row-level security: who may read a row, as an SQL condition (see policies.ts). */
  readonly readers: string;
  /** For TypeORM's query builder. */
  readonly entity: EntitySchema<RowOf<C>>;
}

/** Says once what a read table holds: its DDL, its writes and its TypeORM entity all come from here. */
export function table<const C extends Columns, const Key extends keyof C & string>(
  name: string,
  columns: C,
  options: {
    readonly key: readonly Key[];
    readonly readers: string;
    readonly indexes?: readonly Index[];
  },
): Table<C, Key> {
  return { name, columns, indexes: [], ...options, entity: entityOf<RowOf<C>>(name, columns, options.key) };
}

export function typeOf(column: Column): ColumnType {
  return column.replace('?', '') as ColumnType;
}

export function snake(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  uuid: 'uuid',
  uuids: 'uuid[]',
  text: 'text',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  instant: 'text',
  json: 'jsonb',
};

export function sqlTypeOf(column: Column): string {
  return sqlTypes[typeOf(column)];
}

function entityOf<Row extends object>(name: string, columns: Columns, key: readonly string[]): EntitySchema<Row> {
  const options: Record<string, EntitySchemaColumnOptions> = {};
  for (const [property, column] of Object.entries(columns)) {
    const type = typeOf(column);
    options[property] = {
      name: snake(property),
      type: type === 'uuids' ? 'uuid' : type === 'json' ? 'jsonb' : type === 'instant' ? 'text' : type,
      array: type === 'uuids',
      nullable: column.endsWith('?'),
      primary: key.includes(property),
    };
  }
  return new EntitySchema<Row>({
    name,
    schema: 'read',
    tableName: name,
    columns: options,
  });
}
