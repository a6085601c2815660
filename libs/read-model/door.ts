import type { Asker, Position } from '#kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Entities } from './entities.js';
import { NotYetVisible, type Progress, type ProgressRow } from './progress.js';
import type { Reach, ReachBook } from './reach.js';
import type { ReadingPool } from './reading-pool.js';
import type { ServingTables } from './serving-tables.js';
import type { Columns, RowOf, Table } from './table.js';

/**
 * What to read: TypeORM's builder, or SQL with its parameters. Read tables go by their plain names
 * (`read.account_statement`); the door puts the version that is served.
 */
export type Reading = Pick<SelectQueryBuilder<ObjectLiteral>, 'getQueryAndParameters'> | PlainReading;

interface PlainReading {
  readonly sql: string;
  readonly params: readonly unknown[];
  /** Answered at once, whatever the length of a history: it may wait behind others of the kind on one connection. */
  readonly quick?: true;
}

/** The one way to the read tables: who reads is always said, by which rights, and the database itself shows no more than that person may see. */
export class ReadDoor {
  private lastLook = 0;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly pool: ReadingPool,
    private readonly entities: Entities,
    private readonly progress: Progress,
    private readonly tables: ServingTables,
    private readonly reaches: ReachBook,
  ) {}

  /** A builder over a read table with all its columns selected under their property names. */
  from<C extends Columns>(table: Table<C>, alias: string): SelectQueryBuilder<RowOf<C>> {
    return this.entities.from(table, alias);
  }

  /**
   * @param minPosition waits until the views hold everything up to it
   * @throws NotYetVisible, StoreUnavailable
   */
  async read<Row extends object>(reader: Asker, reading: Reading, minPosition?: Position): Promise<readonly Row[]> {
    return this.rows(await this.reachOf(reader, minPosition), reading);
  }

  /** For a process of the system's: no row is in its reach, only what a function over rows tells to everybody. */
  async readAsNobody<Row extends object>(reading: Reading, minPosition?: Position): Promise<readonly Row[]> {
    if (minPosition !== undefined) await this.follow(await this.progress.waitFor(minPosition));
    else if (this.isLookDue()) await this.look();
    return this.rows({ banks: [], scopes: [] }, reading);
  }

  /** What the reader may see; fresh when a position is asked for, else as it was at most half a second ago: a role that was revoked is gone within one. */
  async reachOf(reader: Asker, minPosition?: Position): Promise<Reach> {
    if (minPosition === undefined) {
      if (this.isLookDue()) await this.look();
      return this.reaches.of(reader);
    }
    await this.follow(await this.progress.waitFor(minPosition));
    return this.reaches.fresh(reader);
  }

  private async rows<Row extends object>(reach: Reach, reading: Reading): Promise<readonly Row[]> {
    const { sql, params, quick } = plain(reading);
    const { name, text } = this.tables.prepared(sql, (resolved) => behindTheDoor(resolved, params.length));
    const query = { name, text, values: [...params, `{${reach.banks.join()}}`, `{${reach.scopes.join()}}`] };
    try {
      return await (quick ? this.pool.quick<Row>(query) : this.pool.query<Row>(query));
    } catch (error) {
      throw isUndefinedTable(error) ? new NotYetVisible() : error;
    }
  }

  private isLookDue(): boolean {
    return Date.now() - this.lastLook >= lookEveryMs;
  }

  private async look(): Promise<void> {
    this.looking ??= this.lookNow().finally(() => (this.looking = undefined));
    await this.looking;
  }

  private async lookNow(): Promise<void> {
    await this.follow(await this.progress.row());
  }

  private async follow(row: ProgressRow): Promise<void> {
    await this.tables.follow(row.generation);
    this.reaches.follow(row);
    this.lastLook = Date.now();
  }
}

const lookEveryMs = 500;

/** A view that has no version to read yet, or whose version was dropped a moment ago. */
function isUndefinedTable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42P01';
}

function plain(reading: Reading): PlainReading {
  if ('sql' in reading) return reading;
  const [sql, params] = reading.getQueryAndParameters();
  return { sql, params };
}

/**
 * The reader's reach and the query in one statement, so in one round trip; the settings end with it. The query depends
 * on the row that sets them and may not be pulled out of its sub-select, so no policy is ever asked before they stand.
 */
function behindTheDoor(sql: string, params: number): string {
  return `with door as materialized (
    select set_config('app.banks', $${String(params + 1)}, true) || set_config('app.scopes', $${String(params + 2)}, true) as open
  ) select shown.* from door cross join lateral (
    select rows.* from (${sql}) rows where door.open is not null offset 0
  ) shown`;
}
