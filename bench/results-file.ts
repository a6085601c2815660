import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Machine } from './machine.js';
import type { Outcome, Plot, ReportTable, ResultRow } from './result-rows.js';

/** What bench/results.json holds. */
export interface Results {
  readonly machine: Machine;
  readonly workloads: readonly ResultRow[];
  readonly plots: readonly Plot[];
  readonly tables: readonly ReportTable[];
}

const file = 'bench/results.json';

export function readResults(): Results | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined;
}

/** Puts what was measured in the place of what the same measurement left before, and leaves the rest. */
export function keepResults(outcome: Outcome, machine: Machine): void {
  writeFileSync(file, `${JSON.stringify(merged(readResults(), outcome, machine), null, 2)}\n`);
}

export function merged(before: Results | undefined, outcome: Outcome, machine: Machine): Results {
  return {
    machine,
    workloads: replaced(
      before?.workloads,
      outcome.rows,
      ({ name, connections, store }) => `${name} ${connections} ${store}`,
    ),
    // They are drawn of PostgreSQL: those of another store would stand in their place.
    plots: isOfPostgres(outcome) ? replaced(before?.plots, outcome.plots, ({ name }) => name) : (before?.plots ?? []),
    tables: replaced(before?.tables, outcome.tables, ({ name }) => name),
  };
}

function isOfPostgres({ rows }: Outcome): boolean {
  return rows.every(({ store }) => store === 'postgres');
}

/** In their old places what has one, behind them what is new. */
function replaced<T>(before: readonly T[] = [], now: readonly T[] = [], key: (one: T) => string): readonly T[] {
  const fresh = new Map(now.map((one) => [key(one), one]));
  const kept = before.map((one) => {
    const newer = fresh.get(key(one)) ?? one;
    fresh.delete(key(one));
    return newer;
  });
  return [...kept, ...fresh.values()];
}
