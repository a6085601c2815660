import type { Outcome, Store } from './result-rows.js';

/** Where and how long a run measures. */
export interface Run {
  /** Of the server, to make databases on. */
  readonly databaseUrl: string;
  /** Holds the keys; one folder for the whole run, so that tokens hold everywhere. */
  readonly dataFolder: string;
  /** What the product keeps its records in: eventstoredb where EVENT_STORE_URL is set. */
  readonly store: Store;
  readonly rounds: number;
  /** Of one round after its warm-up. */
  readonly seconds: number;
  /** A look while working: as little as shows that it works, within seconds. */
  readonly quick: boolean;
  /** Length of the one history to measure on, instead of all that are due. */
  readonly events?: number;
  /** Makes a database for this measurement and gives its address. */
  database(name: string): Promise<string>;
  /** Writes down what is measured already, so that a run cut short loses nothing; all of it is handed back at the end too. */
  keep(outcome: Outcome): void;
  /** Tells whoever watches the run how far it is. */
  say(line: string): void;
}

/**
 * One thing to measure. A file of its own makes it, measurements.ts lists it. It makes its own databases, starts its own
 * processes and ends them, whatever happens; it throws where an answer or the books are wrong: that is no result.
 */
export interface Measurement {
  /** What `--only` takes: `W1`, `growth`. */
  readonly name: string;
  /** One sentence for `--help`. */
  readonly about: string;
  /** Whether `--quick` takes it. */
  readonly quick: boolean;
  /** On which stores it is run. */
  readonly stores: readonly Store[];
  measure(run: Run): Promise<Outcome>;
}
