import { anyTwo, logging } from '../asks/logging.js';
import { Histories, type History } from '../histories/histories.js';
import type { Measurement, Run } from '../measurement.js';
import type { Figures, Plot, ResultRow } from '../result-rows.js';
import { interleaved, median } from '../statistics.js';
import { tokensFor, townSettings } from '../town.js';
import { putSnapshotAside, start, type Start } from './start.js';

const members = 1_000;
const sizes = [10_000, 100_000, 1_000_000];
const loadSecondsMax = 1;
const growthMax = 1.2;

/** W7: a server that starts beside a bank with a long past. */
export const starting: Measurement = {
  name: 'W7',
  about: 'the start of a server until the first command of a bank with up to a million entries is answered',
  quick: true,
  stores: ['postgres', 'eventstoredb'],
  async measure(run) {
    const measured = run.store === 'postgres' ? await byTurns(run) : await oneAfterTheOther(run);
    return {
      rows: measured.map((each) => rowOf(run, each, measured[0] ?? each)),
      plots: run.quick ? [] : [startPlot(measured)],
    };
  },
};

interface Measured {
  readonly history: History;
  readonly fromSnapshot: readonly Start[];
  readonly fromFirstRecord: readonly Start[];
}

const sizesOf = (run: Run) => (run.quick ? [1_000, 5_000] : run.events === undefined ? sizes : [10_000, run.events]);
const historyOf = (run: Run, entries: number) => Histories.of(run).history(entries, run.quick ? 100 : members);

/** Short and long pasts by turns, so that what drifts meanwhile touches all of them alike. */
async function byTurns(run: Run): Promise<readonly Measured[]> {
  const histories: History[] = [];
  for (const entries of sizesOf(run)) histories.push(await historyOf(run, entries));
  return rounds(run, histories);
}

/** A history that grows in place is measured before it grows on. */
async function oneAfterTheOther(run: Run): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const entries of sizesOf(run)) measured.push(...(await rounds(run, [await historyOf(run, entries)])));
  return measured;
}

async function rounds(run: Run, histories: readonly History[]): Promise<readonly Measured[]> {
  const measured = histories.map((history) => ({
    history,
    fromSnapshot: new Array<Start>(),
    fromFirstRecord: new Array<Start>(),
  }));
  for (const history of histories) await putSnapshotAside(history);
  for (let round = 0; round < (run.quick ? 1 : run.rounds); round++) {
    for (const { history, fromSnapshot, fromFirstRecord } of interleaved(measured, round)) {
      const people = history.town.members.map(({ person }) => person);
      const tokens = await tokensFor(townSettings(history.databaseUrl, run.dataFolder), people);
      const begin = (from: 'snapshot' | 'first record') =>
        start(history, run.dataFolder, logging(tokens, () => anyTwo(history.town)).product, from);
      fromSnapshot.push(await begin('snapshot'));
      fromFirstRecord.push(await begin('first record'));
    }
  }
  for (const { history, fromSnapshot, fromFirstRecord } of measured) {
    run.say(
      `W7, ${history.entries.toLocaleString('en')} entries: listening after ${seconds(fromSnapshot, 'listening')} s, ` +
        `first command ${seconds(fromSnapshot, 'first')} s from a snapshot, ${seconds(fromFirstRecord, 'first')} s from the first record, ` +
        `the next ${seconds(fromSnapshot, 'next')} s`,
    );
  }
  return measured;
}

const whole = ({ listening, first }: Start) => listening + first;
const seconds = (starts: readonly Start[], what: keyof Start) => median(starts.map((each) => each[what])).toFixed(3);

function rowOf(run: Run, { history, fromSnapshot, fromFirstRecord }: Measured, shortest: Measured): ResultRow {
  const firsts = fromSnapshot.map(({ first }) => first);
  const growth = fromSnapshot.map((each, round) => whole(each) / whole(shortest.fromSnapshot[round] ?? each));
  const ratios = fromSnapshot.map((each, round) => whole(fromFirstRecord[round] ?? each) / whole(each));
  const name = 'from the first record';
  return {
    name: `W7, ${history.entries.toLocaleString('en')} entries`,
    about:
      'From the start of the process until the first command is answered, for which the bank is loaded; starts are counted.',
    connections: 1,
    store: run.store,
    rounds: fromSnapshot.length,
    seconds: 0,
    product: figures(fromSnapshot),
    peers: { [name]: figures(fromFirstRecord) },
    ratios: { [name]: median(ratios) },
    worst: { [name]: Math.min(...ratios) },
    demands: [
      {
        what: 'the first command, loading the bank from its snapshot',
        reached: median(firsts),
        worst: Math.max(...firsts),
        sense: 'at most',
        needed: loadSecondsMax,
        unit: 's',
      },
      ...(history === shortest.history
        ? []
        : [
            {
              what: `the whole start against ${shortest.history.entries.toLocaleString('en')} entries`,
              reached: median(growth),
              worst: Math.max(...growth),
              sense: 'at most' as const,
              needed: growthMax,
            },
          ]),
    ],
  };
}

function figures(starts: readonly Start[]): Figures {
  const all = starts.map(whole);
  return { perSecond: 1 / median(all), p99Ms: Math.max(...all) * 1000 };
}

function startPlot(measured: readonly Measured[]): Plot {
  const curve = (name: string, of: (each: Measured) => readonly number[]) => ({
    name,
    points: measured.map((each) => [each.history.entries, median(of(each)) * 1000] as const),
  });
  return {
    name: 'start',
    title: 'The first answered command after a start',
    sentence: 'From the start of the process until the first command is answered, by the length of the bank’s past.',
    x: { title: 'entries', logarithmic: true },
    y: { title: 'ms' },
    curves: [
      curve('from a snapshot', ({ fromSnapshot }) => fromSnapshot.map(whole)),
      curve('from the first record', ({ fromFirstRecord }) => fromFirstRecord.map(whole)),
      curve('until it listens', ({ fromSnapshot }) => fromSnapshot.map(({ listening }) => listening)),
    ],
  };
}
