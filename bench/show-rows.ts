import { workloadName } from './report/demand-lines.js';
import type { Figures, ResultRow } from './result-rows.js';

/** A table on the terminal: every contestant of every row. */
export function showRows(rows: readonly ResultRow[]): void {
  for (const row of rows) {
    const { product, peers, ratios, worst, demands } = row;
    console.log(`\n${workloadName(row)}`);
    console.table({
      product: shown(product),
      ...Object.fromEntries(
        Object.entries(peers).map(([peer, figures]) => [
          peer,
          { ...shown(figures), 'product is': ratios[peer]?.toFixed(2), worst: worst[peer]?.toFixed(2) },
        ]),
      ),
    });
    for (const { what, reached, worst: worstReached, sense, needed, aim, unit = '' } of demands) {
      const aimed = aim === undefined ? '' : ` (aim ${String(aim)})`;
      console.log(
        `  ${what}: ${reached.toFixed(2)}${unit}, worst ${worstReached.toFixed(2)}; ${sense} ${String(needed)}${unit}${aimed}`,
      );
    }
  }
}

function shown({ perSecond, p99Ms, cpuMicros, databaseCpuMicros }: Figures): object {
  return {
    'per second': Math.round(perSecond),
    'p99 ms': Number(p99Ms.toFixed(2)),
    'CPU µs': cpuMicros && Math.round(cpuMicros),
    'PostgreSQL µs': databaseCpuMicros && Math.round(databaseCpuMicros),
  };
}
