import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { differences } from './compare.js';
import { connect, transaction } from './connection.js';
import { dropVersions } from './drop-versions.js';
import { fill, type Building, type Filling } from './fill.js';
import type { View } from './projection.js';
import { createVersion, index, serve, standing, versions } from './registry.js';
import { tableName } from './serving-tables.js';

export interface RebuildReport {
  readonly views: readonly {
    readonly view: string;
    /** The version that was built. */
    readonly version: number;
    /** Rows that differ from the version that served, the first few; versions of another shape are not compared. */
    readonly differences: readonly string[];
  }[];
  /** False when something differs and differences were not accepted: what served goes on serving. */
  readonly switched: boolean;
}

export interface Rebuilding extends Filling {
  readonly databaseUrl: string;
  /** Serve the new versions even if they hold something else: the store is what counts. */
  readonly acceptDifferences?: boolean;
}

/** One rebuild at a time. */
const rebuildLock = 7_203_913;

/** The projector is held up for no more than this many positions. */
const tailMax = 5_000n;

/** Doors ask for other versions twice a second: after two, nobody begins to read the old one. */
const graceMs = 2_000;

/**
 * Builds the next version of these views from the whole store, while others serve and are moved on; compares the two at
 * the same position; and makes the new one the one that is read.
 */
export async function rebuild(views: readonly View[], rebuilding: Rebuilding): Promise<RebuildReport> {
  const owner = await connect(rebuilding.databaseUrl);
  try {
    const builder = await connect(rebuilding.databaseUrl, 'reciproca_projector');
    try {
      await owner.query('select pg_advisory_lock($1)', [rebuildLock]);
      return await build(owner, builder, views, rebuilding);
    } finally {
      await builder.end();
    }
  } finally {
    await owner.end();
  }
}

async function build(
  owner: Client,
  builder: Client,
  views: readonly View[],
  rebuilding: Rebuilding,
): Promise<RebuildReport> {
  await dropVersions(owner, 'building');
  await dropVersions(owner, 'old');
  const storeId = await rebuilding.store.storeId();
  let building: Building = {
    position: 0n,
    targets: await transaction(owner, async () => {
      const targets = [];
      for (const view of views) targets.push(await createVersion(owner, view, storeId));
      return targets;
    }),
  };
  building = await fillNearly(owner, builder, building, rebuilding, new Set());
  for (const target of building.targets) {
    await index(owner, target);
    for (const { name } of target.view.tables) await owner.query(`analyze ${tableName(name, target.version)}`);
  }
  building = await fillNearly(owner, builder, building, rebuilding);

  const report = await transaction(owner, () => finish(owner, builder, building, rebuilding));
  if (report.switched) await pause(graceMs);
  await dropVersions(owner, report.switched ? 'old' : 'building');
  return report;
}

/** Up to so little before where the views are that the projector may wait for the rest. */
async function fillNearly(
  owner: Client,
  builder: Client,
  from: Building,
  rebuilding: Rebuilding,
  upserted?: Set<string>,
): Promise<Building> {
  let building = from;
  let { position: until } = await standing(owner);
  do {
    building = await fill(builder, building, until, rebuilding, upserted);
    ({ position: until } = await standing(owner));
  } while (until - building.position > tailMax);
  return building;
}

/** While the projector waits: the last records, the comparison, the switch. */
async function finish(
  owner: Client,
  builder: Client,
  building: Building,
  rebuilding: Rebuilding,
): Promise<RebuildReport> {
  const { position } = await standing(owner, true);
  const { targets } = await fill(builder, building, position, rebuilding);
  const all = await versions(owner);
  const compared = [];
  for (const target of targets) {
    const { view, version } = target;
    const served = all.find((row) => row.view === view.name && row.status === 'serving' && row.shape === view.shape);
    const found = served ? await differences(owner, target, served.version, builder) : [];
    compared.push({ view: view.name, version, differences: found });
  }
  const same = compared.every((view) => view.differences.length === 0);
  const switched = same || rebuilding.acceptDifferences === true;
  if (switched) await serve(owner, targets);
  return { views: compared, switched };
}
