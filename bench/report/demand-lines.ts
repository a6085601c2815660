import type { Demand, ResultRow } from '../result-rows.js';

/** One demand as the report says it. */
export interface DemandLine {
  readonly workload: string;
  /** `5 × 10 s`, or how many where each takes as long as it takes. */
  readonly rounds: string;
  readonly what: string;
  readonly needed: string;
  readonly aim: string;
  readonly reached: string;
  readonly worst: string;
  readonly verdict: 'met' | 'short' | 'met, aim too';
}

export function demandLines(rows: readonly ResultRow[]): readonly DemandLine[] {
  return rows.flatMap((row) => row.demands.map((demand) => lineOf(row, demand)));
}

/** `W1, 64 connections`, and the store where it is not PostgreSQL. */
export function workloadName({ name, connections, store }: ResultRow): string {
  const over = connections === 1 ? '1 connection' : `${connections} connections`;
  return `${name}, ${over}${store === 'postgres' ? '' : ', EventStoreDB'}`;
}

function roundsOf({ rounds, seconds }: ResultRow): string {
  return seconds > 0 ? `${rounds} × ${seconds} s` : String(rounds);
}

function lineOf(row: ResultRow, demand: Demand): DemandLine {
  const { what, sense, needed, aim, reached, worst, unit = '' } = demand;
  const sign = sense === 'at least' ? '≥' : '≤';
  const bound = (value: number) => `${sign} ${String(value)}${unit && ` ${unit}`}`;
  // A figure that looks like the bound shows on which side of it it lies.
  const shown = (value: number) =>
    value !== needed && rounded(value) === rounded(needed) ? value.toFixed(3) : rounded(value);
  const figure = (value: number) => `${shown(value)}${unit && ` ${unit}`}`;
  return {
    workload: workloadName(row),
    rounds: roundsOf(row),
    what,
    needed: bound(needed),
    aim: aim === undefined ? '' : bound(aim),
    reached: figure(reached),
    worst: figure(worst),
    verdict: verdictOf(demand),
  };
}

/** The median decides; a figure that is not a number meets nothing. */
function verdictOf({ sense, needed, aim, reached }: Demand): DemandLine['verdict'] {
  const meets = (bound: number) => (sense === 'at least' ? reached >= bound : reached <= bound);
  if (!meets(needed)) return 'short';
  return aim !== undefined && meets(aim) ? 'met, aim too' : 'met';
}

/** Three digits or so. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) return 'none';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
