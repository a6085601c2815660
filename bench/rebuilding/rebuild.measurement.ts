import { Histories, type History } from '../histories/histories.js';
import type { Measurement, Run } from '../measurement.js';
import type { Demand, Figures, Outcome, Plot, ResultRow } from '../result-rows.js';
import { median } from '../statistics.js';
import { insertSelect } from './insert-select.js';
import { rebuildByProduct, type Rebuilt } from './product.js';
import { rowAtATime } from './row-at-a-time.js';

const members = 1_000;
const sizes = [50_000, 200_000, 1_000_000];
/** The shortest is there for the plot: it is over before the collector first has to clear away the whole heap. */
const judgedFrom = 200_000;
/** The longest takes a minute or two each time. */
const roundsOfLongest = 3;
/** Row by row, so many events are folded, and the time of all of them is taken to grow with their number. */
const eventsRowByRow = 10_000;
const megabyte = 1024 * 1024;

/** W4: all views built anew from the whole store. */
export const rebuilding: Measurement = {
  name: 'W4',
  about: 'the rebuild of all views, against a row at a time and against INSERT … SELECT of the same rows',
  quick: true,
  stores: ['postgres', 'eventstoredb'],
  async measure(run) {
    const wanted = run.events === undefined ? sizes : [run.events];
    const measured: (readonly [History, readonly Round[]])[] = [];
    for (const entries of run.quick ? [5_000] : wanted) {
      const history = await Histories.of(run).history(entries, run.quick ? 100 : members);
      measured.push([history, await rounds(run, history)]);
      run.keep(outcomeOf(run, measured));
    }
    return outcomeOf(run, measured);
  },
};

type Measured = readonly (readonly [History, readonly Round[]])[];

function outcomeOf(run: Run, measured: Measured): Outcome {
  const shortest = measured.find(([{ entries }]) => entries >= judgedFrom)?.[1] ?? [];
  return {
    rows: measured.map(([history, each]) => rowOf(run, history, each, shortest)),
    plots: run.quick ? [] : [memoryPlot(measured)],
  };
}

interface Round {
  readonly product: Rebuilt;
  readonly insertSelect: number;
  readonly rowAtATime: number;
}

async function rounds(run: Run, history: History): Promise<readonly Round[]> {
  const { events } = history;
  const count = run.quick ? 1 : events > 500_000 ? Math.min(run.rounds, roundsOfLongest) : run.rounds;
  const all: Round[] = [];
  for (let round = 0; round < count; round++) {
    const product = await rebuildByProduct(history, run.dataFolder);
    const select = await insertSelect(history);
    const perEvent = await rowAtATime(history, run.dataFolder, Math.min(events, run.quick ? 1_000 : eventsRowByRow));
    all.push({ product, insertSelect: select, rowAtATime: perEvent * events });
    run.say(
      `W4, ${events.toLocaleString('en')} events: rebuild ${product.seconds.toFixed(1)} s (${product.cpuSeconds.toFixed(1)} s of CPU, ` +
        `heap up to ${megabytes(product.peakHeapBytes)} MB), INSERT … SELECT ${select.toFixed(1)} s, row at a time ${(perEvent * events).toFixed(0)} s`,
    );
  }
  return all;
}

function rowOf(run: Run, history: History, all: readonly Round[], shortest: readonly Round[]): ResultRow {
  const { events, entries } = history;
  const toSelect = all.map((round) => round.insertSelect / round.product.seconds);
  const toRows = all.map((round) => round.rowAtATime / round.product.seconds);
  const figures = (seconds: readonly number[]): Figures => ({
    perSecond: events / median(seconds),
    p99Ms: Math.max(...seconds) * 1000,
  });
  const judged = { sense: 'at least' } as const;
  const speeds = [
    {
      what: 'events in a second against a row at a time',
      reached: median(toRows),
      worst: Math.min(...toRows),
      ...judged,
      needed: 20,
    },
    {
      what: 'events in a second against INSERT … SELECT',
      reached: median(toSelect),
      worst: Math.min(...toSelect),
      ...judged,
      needed: 0.4,
      aim: 0.5,
    },
  ];
  return {
    name: `W4, ${entries.toLocaleString('en')} entries`,
    about:
      `All views are built anew from ${events.toLocaleString('en')} events, compared with those that serve and switched to; events are counted. ` +
      `INSERT … SELECT writes the same rows into tables of the same columns and indexes; row at a time is measured on ` +
      `${Math.min(events, eventsRowByRow).toLocaleString('en')} events and scaled.`,
    connections: 1,
    store: run.store,
    rounds: all.length,
    seconds: 0,
    product: {
      ...figures(all.map(({ product }) => product.seconds)),
      cpuMicros: (median(all.map(({ product }) => product.cpuSeconds)) * 1e6) / events,
    },
    peers: {
      'row at a time': figures(all.map((round) => round.rowAtATime)),
      'INSERT … SELECT': figures(all.map((round) => round.insertSelect)),
    },
    ratios: { 'row at a time': median(toRows), 'INSERT … SELECT': median(toSelect) },
    worst: { 'row at a time': Math.min(...toRows), 'INSERT … SELECT': Math.min(...toSelect) },
    demands: [
      ...(entries < judgedFrom ? [] : speeds),
      ...(entries < judgedFrom || all === shortest ? [] : [flat(all, shortest)]),
    ],
  };
}

function flat(all: readonly Round[], shortest: readonly Round[]): Demand {
  const heap = ({ product }: Round) => product.peakHeapBytes;
  const grown = all.map((round) => heap(round) / median(shortest.map(heap)));
  const what = `peak heap against ${judgedFrom.toLocaleString('en')} entries`;
  return { what, reached: median(grown), worst: Math.max(...grown), sense: 'at most', needed: 1.2 };
}

function memoryPlot(measured: Measured): Plot {
  const curve = (name: string, of: (rebuilt: Rebuilt) => number) => ({
    name,
    points: measured.map(
      ([{ events }, all]) => [events, median(all.map(({ product }) => of(product))) / megabyte] as const,
    ),
  });
  return {
    name: 'rebuild-memory',
    title: 'Memory of a rebuild',
    sentence:
      'The most that the rebuild held at one moment, by the number of events: once the collector has had to clear the whole heap it hardly grows.',
    x: { title: 'events', logarithmic: true },
    y: { title: 'MB' },
    curves: [
      curve('resident', ({ peakResidentBytes }) => peakResidentBytes),
      curve('JavaScript heap', ({ peakHeapBytes }) => peakHeapBytes),
    ],
  };
}

function megabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(0);
}
