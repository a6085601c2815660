import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { View } from './projection.js';
import type { Columns, RowOf, Table } from './table.js';

/** TypeORM as the language queries are written in: it never connects, the door does. */
export class Entities extends DataSource {
  static async of(views: readonly View[]): Promise<Entities> {
    const entities = new Entities({
      type: 'postgres',
      entities: views.flatMap((view) => view.tables.map((table) => table.entity)),
    });
    await entities.buildMetadatas();
    return entities;
  }

  from<C extends Columns>(table: Table<C>, alias: string): SelectQueryBuilder<RowOf<C>> {
    const builder = this.createQueryBuilder(table.entity, alias);
    return builder.select(Object.keys(table.columns).map((column) => `${alias}.${column} as "${column}"`));
  }
}
