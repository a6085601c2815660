import type { Figures, ResultRow } from '../result-rows.js';
import type { Results } from '../results-file.js';
import { causes } from './causes.js';
import { demandLines, rounded, workloadName } from './demand-lines.js';
import { markdownTable } from './markdown-table.js';
import { method } from './method.js';

/** docs/benchmarks.md. @param plotFile the address of a drawn plot, from the page */
export function page(results: Results, plotFile: (name: string) => string): string {
  const { workloads, plots, tables } = results;
  const sections = [
    '# Benchmarks',
    'Made by `npm run bench:report` from [bench/results.json](../bench/results.json), which `npm run bench` writes: change neither by hand.',
    '## What is asked, and what was reached',
    demands(workloads),
    ...(workloads.length > 0 ? [`![Throughput of each contestant](${plotFile('throughput')})`] : []),
    '## What stands between',
    causes,
    '## How it is measured',
    method(results),
    '## Every figure',
    ...workloads.flatMap(figures),
    ...(plots.length > 0 ? ['## Growth'] : []),
    ...plots.flatMap(({ name, title, sentence }) => [`### ${title}`, sentence, `![${title}](${plotFile(name)})`]),
    ...tables.flatMap(({ title, sentence, columns, rows }) => [`## ${title}`, sentence, markdownTable(columns, rows)]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function demands(rows: readonly ResultRow[]): string {
  return markdownTable(
    ['work', 'rounds', 'asked', 'needed', 'aim', 'reached', 'worst round', ''],
    demandLines(rows).map(({ workload, rounds, what, needed, aim, reached, worst, verdict }) => [
      workload,
      rounds,
      what,
      needed,
      aim,
      reached,
      worst,
      verdict,
    ]),
  );
}

function figures(row: ResultRow): readonly string[] {
  const { about, rounds, seconds, product, peers, ratios, worst } = row;
  const length = seconds > 0 ? `${rounds} rounds of ${seconds} s` : `${rounds} rounds`;
  const cells = ({ perSecond, p99Ms, cpuMicros, databaseCpuMicros }: Figures) => [
    rounded(perSecond),
    rounded(p99Ms),
    cpuMicros === undefined ? '' : rounded(cpuMicros),
    databaseCpuMicros === undefined ? '' : rounded(databaseCpuMicros),
  ];
  const against = (peer: string) => [rounded(ratios[peer] ?? Number.NaN), rounded(worst[peer] ?? Number.NaN)];
  return [
    `### ${workloadName(row)}`,
    `${about} ${length}.`,
    markdownTable(
      ['', 'per second', 'p99 ms', 'own CPU µs', 'PostgreSQL CPU µs', 'product is', 'worst round'],
      [
        ['product', ...cells(product), '', ''],
        ...Object.entries(peers).map(([peer, its]) => [peer, ...cells(its), ...against(peer)]),
      ],
    ),
  ];
}
