import { ReadDoor } from '../../dist/libs/read-model/door.js';
import { replaceMethod } from './replace.mjs';

/** Queries go to the tables as they are; the policies of the database itself are switched off in it. */
replaceMethod(
  ReadDoor,
  'rows',
  () =>
    async function rows(_reach, reading) {
      const [sql, params] = 'sql' in reading ? [reading.sql, reading.params] : reading.getQueryAndParameters();
      const query = { ...this.tables.prepared(sql, (resolved) => resolved), values: [...params] };
      return reading.quick ? this.pool.quick(query) : this.pool.query(query);
    },
);
