import { Asker } from '../asking/asker.js';
import { anyTwo, logging } from '../asks/logging.js';
import { pages } from '../asks/reading.js';
import { startGauged, type GaugedServer } from '../gauge/gauged-server.js';
import { othersOf } from '../histories/grow.js';
import type { History } from '../histories/histories.js';
import type { Job } from '../load/load.js';
import type { Run } from '../measurement.js';
import { median } from '../statistics.js';
import { tokensFor, townSettings, type Town, type TownMember } from '../town.js';

/** Of one request, asked alone: until it is answered, and of the server's process. */
export interface Cost {
  readonly micros: number;
  readonly p99Micros: number;
  readonly cpuMicros: number;
}

/** A bank of one size, and what requests cost in it, round by round. */
export interface Growing {
  readonly size: number;
  readonly history: History;
  /** Whose pages are asked for. */
  readonly readers: readonly TownMember[];
  /** Another bank of the same server. */
  readonly beside: Town;
  readonly costs: { readonly command: Cost[]; readonly page: Cost[] };
}

/** Of a bank beside: the compiler works on until some thousand commands were decided, and on a second core as well. */
const warmUp = { command: 4_000, page: 2_000 };
const timesEach = 300;
const askersMax = 500;

type Workloads = Readonly<Record<'command' | 'page', () => Job>>;

interface Serving {
  readonly growing: Growing;
  readonly server: GaugedServer;
  readonly asker: Asker;
  readonly workloads: Workloads;
  readonly beside: Workloads;
}

/** One server a bank, all of them running, asked by turns. */
export async function measureSideBySide(run: Run, all: readonly Growing[]): Promise<void> {
  const serving: Serving[] = [];
  try {
    for (const growing of all) serving.push(await serve(run, growing));
    for (const each of serving) await warm(each);
    for (let round = 0; round < run.rounds; round++) {
      // There and back, and the mean of both: whoever comes first pays for it, and that is another one on the way back.
      const there = await turns(serving);
      const back = (await turns(serving.toReversed())).toReversed();
      for (const [place, { growing }] of serving.entries()) {
        for (const what of ['command', 'page'] as const)
          growing.costs[what].push(mean([there[place]?.[what], back[place]?.[what]]));
      }
    }
    for (const { growing } of serving) {
      const { command, page } = growing.costs;
      const cpu = (costs: readonly Cost[]) => median(costs.map(({ cpuMicros }) => cpuMicros)).toFixed(0);
      const time = (costs: readonly Cost[]) => median(costs.map(({ micros }) => micros)).toFixed(0);
      run.say(
        `growth, ${growing.size.toLocaleString('en')}: a command ${time(command)} µs (${cpu(command)} µs of CPU), a page ${time(page)} µs (${cpu(page)} µs of CPU)`,
      );
    }
  } finally {
    for (const { asker, server } of serving) {
      asker.close();
      await server.kill();
    }
  }
}

async function serve(run: Run, growing: Growing): Promise<Serving> {
  const { readers, beside, history } = growing;
  const { databaseUrl, town } = history;
  const settings = townSettings(databaseUrl, run.dataFolder);
  const askers = sample(othersOf(town));
  const people = [...readers, ...askers, ...beside.members].map(({ person }) => person);
  const tokens = await tokensFor(settings, people);
  const workloads = (of: Town, commanders: readonly TownMember[], members: readonly TownMember[]): Workloads => ({
    command: logging(tokens, () => anyTwo(of, commanders)).product,
    page: pages(tokens, { ...of, members }).product,
  });
  const server = await startGauged(databaseUrl, run.dataFolder);
  return {
    growing,
    server,
    asker: new Asker(server.url, 1),
    workloads: workloads(town, askers, readers),
    beside: workloads(beside, beside.members, beside.members),
  };
}

/** From everywhere in the bank. */
function sample(members: readonly TownMember[]): readonly TownMember[] {
  const step = Math.max(1, Math.floor(members.length / askersMax));
  return members.filter((_, place) => place % step === 0);
}

/** Then the bank itself, so that PostgreSQL has its tables at hand. */
async function warm(serving: Serving): Promise<void> {
  for (const what of ['command', 'page'] as const) {
    await ask({ ...serving, workloads: serving.beside }, what, warmUp[what]);
    await ask(serving, what, timesEach);
  }
}

type Costs = Readonly<Record<'command' | 'page', Cost>>;

async function turns(serving: readonly Serving[]): Promise<readonly Costs[]> {
  const costs: Costs[] = [];
  for (const each of serving) {
    costs.push({ command: await ask(each, 'command', timesEach), page: await ask(each, 'page', timesEach) });
  }
  return costs;
}

function mean(costs: readonly (Cost | undefined)[]): Cost {
  const of = (what: keyof Cost) => costs.reduce((sum, cost) => sum + (cost?.[what] ?? Number.NaN), 0) / costs.length;
  return { micros: of('micros'), p99Micros: of('p99Micros'), cpuMicros: of('cpuMicros') };
}

async function ask({ server, asker, workloads }: Serving, what: 'command' | 'page', times: number): Promise<Cost> {
  const workload = workloads[what];
  const before = await server.gauge();
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const asked = performance.now();
    await asker.ask(workload().first);
    took.push((performance.now() - asked) * 1000);
  }
  const after = await server.gauge();
  return {
    micros: median(took),
    p99Micros: took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? Number.NaN,
    cpuMicros: (after.cpuMicroseconds - before.cpuMicroseconds) / times,
  };
}
