import type { View } from './projection.js';
import type { ReadingPool } from './reading-pool.js';

/** The physical table of one version. */
export function tableName(table: string, version: number): string {
  return `read.${table}_v${String(version)}`;
}

/** Which version of each read table is served, as the registry says. */
export class ServingTables {
  private versions: ReadonlyMap<string, number> = new Map();
  private statements = new Map<string, Named>();
  private generation = -1n;
  private made = 0;

  constructor(
    private readonly pool: ReadingPool,
    private readonly views: readonly View[],
  ) {}

  /** Asks again only when the registry's generation moved. */
  async follow(generation: bigint): Promise<void> {
    if (generation === this.generation) return;
    const rows = await this.pool.query<{ view: string; version: number; shape: number }>({
      text: `select view, version, shape from read.version where status = 'serving'`,
    });
    const versions = new Map<string, number>();
    for (const view of this.views) {
      const serving = rows.find((row) => row.view === view.name && row.shape === view.shape);
      if (serving) for (const table of view.tables) versions.set(table.name, serving.version);
    }
    this.versions = versions;
    this.statements = new Map();
    this.generation = generation;
  }

  /** The same SQL over the versions that are served; a table that is still being built keeps its plain name. */
  resolve(sql: string): string {
    return sql.replace(/(?<![\w"])"?read"?\."?([a-z_]+)"?(?![\w(])/g, (plain, name: string) => {
      const version = this.versions.get(name);
      return version === undefined ? plain : tableName(name, version);
    });
  }

  /** The same within what stands around it, under a name to prepare it by. One SQL always stands within the same. */
  prepared(sql: string, within: (sql: string) => string): Named {
    const known = this.statements.get(sql);
    if (known) return known;
    this.made += 1;
    const statement = { name: `read-${String(this.made)}`, text: within(this.resolve(sql)) };
    if (this.statements.size >= statementsMax) this.statements.clear();
    this.statements.set(sql, statement);
    return statement;
  }
}

interface Named {
  readonly name: string;
  readonly text: string;
}

const statementsMax = 500;
