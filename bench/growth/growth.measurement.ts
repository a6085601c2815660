import { closeOf, openOf } from '../histories/grow.js';
import { Histories, type History } from '../histories/histories.js';
import type { Measurement, Run } from '../measurement.js';
import type { Demand, Outcome, Plot, ResultRow } from '../result-rows.js';
import { median } from '../statistics.js';
import { buildTowns, townSettings, type Town, type TownMember } from '../town.js';
import { measureSideBySide, type Cost, type Growing } from './side-by-side.js';

const growthMax = 1.2;

/** What grows, and from where to where. */
interface Axis {
  readonly name: string;
  readonly noun: 'entries' | 'members';
  readonly sizes: readonly number[];
  history(run: Run, size: number): Promise<History>;
  /** Whose pages name as many others in a bank of any size. */
  readers(town: Town): readonly TownMember[];
}

const quickly = (run: Run, sizes: readonly number[]) => (run.quick ? sizes.slice(0, 2) : sizes);

const axes: readonly Axis[] = [
  {
    name: 'growth with entries',
    noun: 'entries',
    sizes: [1_000, 10_000, 100_000, 1_000_000],
    history: (run, entries) => Histories.of(run).history(entries, run.quick ? 100 : 1_000),
    readers: openOf,
  },
  {
    name: 'growth with members',
    noun: 'members',
    sizes: [10, 100, 1_000, 10_000, 100_000],
    history: (run, members) => Histories.of(run).history(1_000, members),
    readers: closeOf,
  },
];

/** What a command and a page cost when a bank has a longer past or more members: the same. */
export const growing: Measurement = {
  name: 'growth',
  about:
    'what one command and one statement page cost in banks of 1,000 to a million entries and of 10 to 100,000 members',
  quick: false,
  stores: ['postgres'],
  async measure(run) {
    const rows: ResultRow[] = [];
    const plots: Plot[] = [];
    for (const axis of axes) {
      const measured = await along(run, axis);
      for (const what of ['command', 'page'] as const) {
        rows.push(rowOf(run, axis, what, measured));
        plots.push(plotOf(axis, what, measured));
      }
      run.keep({ rows, plots });
    }
    return { rows, plots } satisfies Outcome;
  },
};

/** Each on a copy: what is added here is in nobody else's way. */
async function along(run: Run, axis: Axis): Promise<readonly Growing[]> {
  const histories = Histories.of(run);
  const copies: Growing[] = [];
  for (const size of quickly(run, axis.sizes)) {
    const history = await axis.history(run, size);
    const copy = await histories.copy(history, `growth_${axis.noun}_${String(size)}`);
    const beside = await bankBeside(run, copy);
    copies.push({ size, history: copy, readers: axis.readers(copy.town), beside, costs: { command: [], page: [] } });
  }
  await measureSideBySide(run, copies);
  for (const { history } of copies) await histories.forget(history);
  return copies;
}

/** Every server is warmed up by another bank, so that the bank that is measured stays as short as it is said to be. */
async function bankBeside(run: Run, { databaseUrl }: History): Promise<Town> {
  const none = { kind: 'none' } as const;
  const rules = { consent: 'receiver', limits: { floor: none, ceiling: none } } as const;
  const [town] = await buildTowns(townSettings(databaseUrl, run.dataFolder), 1, 100, rules);
  if (!town) throw new Error('no town was built');
  return town;
}

type What = keyof Growing['costs'];

/** Of the largest by the smallest, in each round. */
function ratios(measured: readonly Growing[], what: What, of: keyof Cost): readonly number[] {
  const [smallest, largest] = [measured[0], measured.at(-1)];
  return (largest?.costs[what] ?? []).map(
    (cost, round) => cost[of] / (smallest?.costs[what][round]?.[of] ?? Number.NaN),
  );
}

function rowOf(run: Run, { name, noun, sizes }: Axis, what: What, measured: readonly Growing[]): ResultRow {
  const demand = (of: keyof Cost, said: string): Demand => {
    const all = ratios(measured, what, of);
    const against = `${(measured.at(-1)?.size ?? 0).toLocaleString('en')} against ${(sizes[0] ?? 0).toLocaleString('en')} ${noun}`;
    return {
      what: `${said} of one ${what}, ${against}`,
      reached: median(all),
      worst: Math.max(...all),
      sense: 'at most',
      needed: growthMax,
    };
  };
  const largest = measured.at(-1)?.costs[what] ?? [];
  return {
    name: `${name}, ${what}`,
    about:
      what === 'command'
        ? 'An exchange is logged, one at a time, in banks of every size by turns; the figures are of the largest.'
        : 'A statement page of 25 lines, one at a time, in banks of every size by turns; the figures are of the largest.',
    connections: 1,
    store: run.store,
    rounds: run.rounds,
    seconds: 0,
    product: {
      perSecond: 1e6 / median(largest.map(({ micros }) => micros)),
      p99Ms: Math.max(...largest.map(({ p99Micros }) => p99Micros)) / 1000,
      cpuMicros: median(largest.map(({ cpuMicros }) => cpuMicros)),
    },
    peers: {},
    ratios: {},
    worst: {},
    demands: [demand('cpuMicros', 'CPU time'), demand('micros', 'time')],
  };
}

function plotOf({ noun }: Axis, what: What, measured: readonly Growing[]): Plot {
  const curve = (name: string, of: keyof Cost) => ({
    name,
    points: measured.map(({ size, costs }) => [size, median(costs[what].map((cost) => cost[of]))] as const),
  });
  return {
    name: `growth-${what}-${noun}`,
    title: `One ${what}, by the number of ${noun}`,
    sentence: `What one ${what} costs on one connection in banks with more and more ${noun}.`,
    x: { title: noun, logarithmic: true },
    y: { title: 'µs' },
    curves: [curve('time until the answer', 'micros'), curve('CPU time of the server', 'cpuMicros')],
  };
}
