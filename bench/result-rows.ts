/** What one contestant did in one second, median over the rounds. */
export interface Figures {
  /** Requests, pairs, events or rows: the row's `about` says which. */
  readonly perSecond: number;
  /** Of one answer; of work that has one answer only (a rebuild, a start), how long the slowest round took. */
  readonly p99Ms: number;
  /** CPU time for each of them: of the contestant's own process, and of PostgreSQL. Tells more than time on a busy machine. */
  readonly cpuMicros?: number;
  readonly databaseCpuMicros?: number;
}

export type Store = 'postgres' | 'eventstoredb';

/** One line of the report: what is asked, what was reached. */
export interface Demand {
  /** As `throughput against hand`. */
  readonly what: string;
  /** Median over the rounds, and the worst round. */
  readonly reached: number;
  readonly worst: number;
  /** Whether `needed` and `aim` are to be reached from below or not to be passed. */
  readonly sense: 'at least' | 'at most';
  readonly needed: number;
  readonly aim?: number;
  /** Absent where it is a ratio. */
  readonly unit?: 'ms' | 's' | 'MB';
}

/**
 * One workload at one number of connections on one store. A run replaces the rows of its own that bear the same name,
 * connections and store, so that a full set can be measured in pieces.
 */
export interface ResultRow {
  /** As `W1` or `W3, 100,000 lines`. */
  readonly name: string;
  /** One sentence: what is done, and what is counted. */
  readonly about: string;
  readonly connections: number;
  readonly store: Store;
  readonly rounds: number;
  /** Of one round; 0 where a round takes as long as its work. */
  readonly seconds: number;
  readonly product: Figures;
  readonly peers: Readonly<Record<string, Figures>>;
  /** Throughput of the product by that of each peer: median of the rounds' ratios, and the worst of them. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly worst: Readonly<Record<string, number>>;
  readonly demands: readonly Demand[];
}

/** A curve or several over one axis, drawn into docs/benchmarks as `<name>.svg`. */
export interface Plot {
  /** In file names: `growth-command`. */
  readonly name: string;
  readonly title: string;
  /** One sentence under the plot: what is to be seen on it. */
  readonly sentence: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly curves: readonly Curve[];
}

interface Axis {
  readonly title: string;
  readonly logarithmic?: true;
}

interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A table of its own in the report, as the feature-cost matrix. */
export interface ReportTable {
  /** Never shown: a later run replaces the table of the same name. */
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a measurement hands back; all of it goes into bench/results.json and from there into docs/benchmarks.md. */
export interface Outcome {
  readonly rows: readonly ResultRow[];
  readonly plots?: readonly Plot[];
  readonly tables?: readonly ReportTable[];
}
