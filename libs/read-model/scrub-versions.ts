import type { Recorded } from '#kernel';
import type { ClientBase } from 'pg';
import type { Change, View } from './projection.js';
import { versions, type VersionRow } from './registry.js';
import { statementsFor } from './row-changes.js';
import { tableName } from './serving-tables.js';

/**
 * Takes out of versions of the views what these records of erasures take out of them, without moving them on: a version
 * that nobody fills any more, and one that came back with an old copy, hold names all the same. As the login user.
 *
 * @returns the tables of all versions from which it took, or the projector did, something out
 */
export async function scrubVersions(
  client: ClientBase,
  views: readonly View[],
  records: readonly Recorded[],
  isToScrub: (version: VersionRow) => boolean,
): Promise<readonly string[]> {
  const touched = new Set<string>();
  for (const row of await versions(client)) {
    const view = views.find(({ name, shape }) => name === row.view && shape === row.shape);
    const changes = view ? changesOf(view, records).flatMap((change) => onlyAbsent(change) ?? []) : [];
    const statements = isToScrub(row) ? statementsFor(changes, row.version) : [];
    for (const { text, values } of statements) await client.query(text, [...values]);
    for (const { table } of changes) touched.add(tableName(table.name, row.version));
  }
  return [...touched];
}

function changesOf(view: View, records: readonly Recorded[]): readonly Change[] {
  return records
    .filter(({ stream }) => view.categories.some((category) => stream.startsWith(`${category}-`)))
    .flatMap((record) => view.rows(record, {}));
}

/** The same change without anything that it would put there; undefined where it takes nothing out. */
function onlyAbsent(change: Change): Change | undefined {
  if (change.kind !== 'amend') return change.kind === 'scrub' ? change : undefined;
  const { table, row } = change;
  const kept = Object.entries(row).filter(([property, value]) => table.key.includes(property) || value === undefined);
  return kept.length > table.key.length ? { ...change, row: Object.fromEntries(kept) } : undefined;
}
