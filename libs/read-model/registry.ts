import type { Position, StreamId } from '#kernel';
import type { ClientBase } from 'pg';
import type { Target } from './delivery.js';
import type { View } from './projection.js';
import { indexDdl, readersDdl, tableDdl } from './table-ddl.js';
import { tableName } from './serving-tables.js';

export type VersionStatus = 'building' | 'serving' | 'old';

export interface VersionRow {
  readonly view: string;
  readonly version: number;
  readonly shape: number;
  readonly status: VersionStatus;
}

export interface Standing {
  readonly storeId: string | undefined;
  readonly position: Position;
  readonly generation: bigint;
}

export async function versions(client: ClientBase): Promise<readonly VersionRow[]> {
  const { rows } = await client.query<VersionRow>(
    'select view, version, shape, status from read.version order by 1, 2',
  );
  return rows;
}

/** A backup has the tables of views, no row of theirs and no word on them: they go, and the views are made from the records. */
export async function beginAnew(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query('insert into read.progress default values on conflict do nothing');
  if (rowCount === 0) return;
  const { rows } = await client.query<{ name: string }>(
    `select format('read.%I', tablename) as name from pg_tables where schemaname = 'read' and tablename ~ '_v[0-9]+$'`,
  );
  for (const { name } of rows) await client.query(`drop table ${name}`);
}

/** @param hold keeps the projector waiting until the transaction ends */
export async function standing(client: ClientBase, hold = false): Promise<Standing> {
  const { rows } = await client.query<{ store_id: string | null; position: string; generation: string }>(
    `select store_id, position::text, generation::text from read.progress ${hold ? 'for update' : ''}`,
  );
  const [row] = rows;
  if (!row) throw new Error('the registry of views has no progress row');
  return {
    storeId: row.store_id ?? undefined,
    position: BigInt(row.position),
    generation: BigInt(row.generation),
  };
}

/** Another release serves a view in a shape of its own: who cannot fill that may not move the views on. */
export class OtherRelease extends Error {
  override readonly name = 'OtherRelease';
}

/**
 * The versions that serve in the code's shape, each with what is parked.
 *
 * @throws OtherRelease where a view is served in another shape
 */
export async function servingTargets(client: ClientBase, views: readonly View[]): Promise<readonly Target[]> {
  const serving = (await versions(client)).filter(({ status }) => status === 'serving');
  const targets = views.flatMap((view) => {
    const row = serving.find((one) => one.view === view.name);
    if (!row) return [];
    if (row.shape !== view.shape) throw new OtherRelease(`another release keeps the view ${view.name}`);
    return [{ view, version: row.version, parked: new Set<StreamId>() }];
  });
  return withParked(client, targets);
}

export async function withParked(client: ClientBase, targets: readonly Target[]): Promise<readonly Target[]> {
  const { rows } = await client.query<{ view: string; version: number; stream: StreamId }>(
    'select view, version, stream from read.parked',
  );
  return targets.map((target) => ({
    ...target,
    parked: new Set(
      rows.filter((row) => row.view === target.view.name && row.version === target.version).map((row) => row.stream),
    ),
  }));
}

/** Makes the tables of the view's next version, empty, with no index but their keys, and for nobody to read. As the login user. */
export async function createVersion(client: ClientBase, view: View, storeId: string): Promise<Target> {
  const { rows } = await client.query<{ version: number }>(
    `insert into read.version (view, version, shape, status, tables, store_id, position)
     select $1, coalesce(max(version), 0) + 1, $2, 'building', $3, $4, 0 from read.version where view = $1 returning version`,
    [view.name, view.shape, view.tables.map((table) => table.name), storeId],
  );
  const version = rows[0]?.version;
  if (version === undefined) throw new Error(`no version was made for ${view.name}`);
  for (const table of view.tables) {
    for (const statement of tableDdl(table, tableName(table.name, version))) await client.query(statement);
  }
  return { view, version, parked: new Set() };
}

/** Fits a version to be read: indexes cost far less once the rows are there. As the login user. */
export async function index(client: ClientBase, { view, version }: Target): Promise<void> {
  for (const table of view.tables) {
    const physical = tableName(table.name, version);
    for (const statement of [...indexDdl(table, physical), ...readersDdl(table, physical)])
      await client.query(statement);
  }
}

/** From the commit on, this version is the one that is read and moved on. Inside a transaction that holds the standing. */
export async function serve(client: ClientBase, targets: readonly Target[]): Promise<void> {
  for (const { view, version } of targets) {
    await client.query(`update read.version set status = 'old' where view = $1 and status = 'serving'`, [view.name]);
    await client.query(`update read.version set status = 'serving' where view = $1 and version = $2`, [
      view.name,
      version,
    ]);
    const physical = (table: { readonly name: string }) => tableName(table.name, version);
    for (const statement of view.serving?.(physical) ?? []) await client.query(statement);
  }
  await client.query('update read.progress set generation = generation + 1');
}
