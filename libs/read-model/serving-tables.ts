import type { Pool } from 'pg';
import type { View } from './projection.js';

/** The physical table of one version. */
export function tableName(table: string, version: number): string {
  return `read.${table}_v${String(version)}`;
}

/** Which version of each read table is served, as the registry says. */
export class ServingTables {
  private versions: ReadonlyMap<string, number> = new Map();
  private texts = new Map<string, string>();
  private generation = -1n;

  constructor(
    private readonly pool: Pool,
    private readonly views: readonly View[],
  ) {}

  /** Asks again only when the registry's generation moved. */
  async follow(generation: bigint): Promise<void> {
    if (generation === this.generation) return;
    const { rows } = await this.pool.query<{ view: string; version: number; shape: number }>(
      `select view, version, shape from read.version where status = 'serving'`,
    );
    const versions = new Map<string, number>();
    for (const view of this.views) {
      const serving = rows.find((row) => row.view === view.name && row.shape === view.shape);
      if (serving) for (const table of view.tables) versions.set(table.name, serving.version);
    }
    this.versions = versions;
    this.texts = new Map();
    this.generation = generation;
  }

  /** The same SQL over the versions that are served; a table that is still being built stays as it is named. */
  resolve(sql: string): string {
    const known = this.texts.get(sql);
    if (known !== undefined) return known;
    const text = sql.replace(/(?<![\w"])"?read"?\."?([a-z_]+)"?(?![\w(])/g, (plain, name: string) => {
      const version = this.versions.get(name);
      return version === undefined ? plain : tableName(name, version);
    });
    if (this.texts.size >= textsMax) this.texts.clear();
    this.texts.set(sql, text);
    return text;
  }
}

const textsMax = 500;
