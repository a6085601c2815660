import { setTimeout as pause } from 'node:timers/promises';
import { Asker } from '../asking/asker.js';
import { anyTwo, logging } from '../asks/logging.js';
import { startGauged } from '../gauge/gauged-server.js';
import { load, type Job } from '../load/load.js';
import type { Measurement, Run } from '../measurement.js';
import type { Figures, ResultRow } from '../result-rows.js';
import { median } from '../statistics.js';
import { buildTowns, tokensFor, townSettings } from '../town.js';
import { atPace } from './at-pace.js';
import { Probe } from './probe.js';

const peakConnections = 64;
const probes = 4;
const p99MsMax = 100;

/** W4l: how long after a mutation's answer everybody can read what it did, without asking for a position. */
export const becomingVisible: Measurement = {
  name: 'W4l',
  about: 'from the answer of a mutation until a query shows it, at half of the most that W1 reaches',
  quick: true,
  stores: ['postgres', 'eventstoredb'],
  async measure(run) {
    const databaseUrl = await run.database('visible');
    const settings = townSettings(databaseUrl, run.dataFolder);
    const none = { kind: 'none' } as const;
    const rules = { consent: 'receiver', limits: { floor: none, ceiling: none } } as const;
    const [town] = await buildTowns(settings, 1, run.quick ? 100 : 1_000, rules);
    if (!town) throw new Error('no town was built');
    const tokens = await tokensFor(
      settings,
      town.members.map(({ person }) => person),
    );
    const server = await startGauged(databaseUrl, run.dataFolder);
    try {
      const commands = logging(tokens, () => anyTwo(town)).product;
      const probe = (asker: Asker) => new Probe(asker, town, tokens);
      return { rows: [rowOf(run, await rounds(run, server.url, commands, probe))] };
    } finally {
      await server.stop();
    }
  },
};

interface Round {
  /** All that was asked in a second, probes and the others. */
  readonly perSecond: number;
  readonly waitedMs: readonly number[];
}

async function rounds(
  run: Run,
  url: string,
  commands: () => Job,
  probe: (asker: Asker) => Probe,
): Promise<readonly Round[]> {
  const all: Round[] = [];
  for (let round = 0; round < run.rounds; round++) {
    const peak = await load(url, peakConnections, run.seconds, commands);
    await pause(1_000); // what the peak left for the views to catch up with is none of this
    const asker = new Asker(url, peakConnections);
    const ended = new AbortController();
    const probing = Array.from({ length: probes }, () => probe(asker).run(ended.signal));
    const others = await atPace(peak.perSecond / 2, run.seconds, () => asker.ask(commands().first));
    ended.abort();
    const waitedMs = (await Promise.all(probing)).flat();
    asker.close();
    all.push({ perSecond: (others + waitedMs.length) / run.seconds, waitedMs });
    run.say(
      `W4l: ${String(waitedMs.length)} probes beside ${(others / run.seconds).toFixed(0)} of at most ${peak.perSecond.toFixed(0)} mutations in a second: ` +
        `visible after ${median(waitedMs).toFixed(0)} ms, p99 ${p99(waitedMs).toFixed(0)} ms`,
    );
  }
  return all;
}

function p99(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN;
}

function rowOf(run: Run, all: readonly Round[]): ResultRow {
  const slow = all.map(({ waitedMs }) => p99(waitedMs));
  const half = all.map(({ waitedMs }) => median(waitedMs));
  const product: Figures = { perSecond: median(all.map(({ perSecond }) => perSecond)), p99Ms: median(slow) };
  const demand = { sense: 'at most', unit: 'ms', needed: p99MsMax } as const;
  return {
    name: 'W4l',
    about:
      'From the answer of a mutation until a query without a position shows its exchange, while as many others are logged ' +
      'as make half of the most; mutations in a second, and how late the slowest hundredth was seen.',
    connections: peakConnections,
    store: run.store,
    rounds: run.rounds,
    seconds: run.seconds,
    product,
    peers: {},
    ratios: {},
    worst: {},
    demands: [
      {
        what: 'from the answer until it is seen, half of them',
        reached: median(half),
        worst: Math.max(...half),
        ...demand,
      },
      {
        what: 'from the answer until it is seen, 99 of 100',
        reached: median(slow),
        worst: Math.max(...slow),
        ...demand,
      },
    ],
  };
}
