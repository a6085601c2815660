import { load, type Measured } from './load.js';
import { interleaved, median } from './statistics.js';
import type { Contestant, Workload } from './workloads.js';

type Figures = Pick<Measured, 'perSecond' | 'p99Ms'>;

export interface Compared {
  readonly name: string;
  readonly connections: number;
  readonly store: 'postgres';
  readonly product: Figures;
  readonly peers: Readonly<Record<string, Figures>>;
  /** Product by peer, of the medians over the rounds, and of the worst round. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly worst: Readonly<Record<string, number>>;
}

const warmUpSeconds = 2;

/** How many writes must be in the books, and how many may be. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const written = new Map<Contestant, Bounds>();

/** Product and peers by turns, with the books checked after every round; medians and the worst ratio of one round. */
export async function compare(
  workload: Workload,
  urls: Readonly<Record<Contestant, string>>,
  rounds: number,
  seconds: number,
  check: (written: ReadonlyMap<Contestant, Bounds>) => Promise<void>,
): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  for (const connections of workload.connections) {
    const measured = new Map<Contestant, Measured[]>(workload.contestants.map((contestant) => [contestant, []]));
    for (const contestant of workload.contestants) await once(workload, contestant, urls, connections, warmUpSeconds);
    for (let round = 0; round < rounds; round++) {
      for (const contestant of interleaved(workload.contestants, round)) {
        measured.get(contestant)?.push(await once(workload, contestant, urls, connections, seconds));
      }
      await check(written);
    }
    compared.push(summary(workload.name, connections, measured));
  }
  return compared;
}

async function once(
  workload: Workload,
  contestant: Contestant,
  urls: Readonly<Record<Contestant, string>>,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const next = () => workload.next(contestant);
  const measured = await load(urls[contestant], connections, seconds, next, (status, body) =>
    workload.accept(status, body),
  );
  if (workload.writes) {
    const { least, most } = written.get(contestant) ?? { least: 0, most: 0 };
    written.set(contestant, { least: least + measured.answered, most: most + measured.sent });
  }
  return measured;
}

function summary(name: string, connections: number, measured: ReadonlyMap<Contestant, readonly Measured[]>): Compared {
  const product = measured.get('product') ?? [];
  const others = [...measured].filter(([contestant]) => contestant !== 'product');
  const figures = (all: readonly Measured[]): Figures => ({
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    p99Ms: median(all.map(({ p99Ms }) => p99Ms)),
  });
  const ratiosOf = (peer: readonly Measured[]) =>
    product.map(({ perSecond }, round) => perSecond / (peer[round]?.perSecond ?? Number.NaN));
  return {
    name,
    connections,
    store: 'postgres',
    product: figures(product),
    peers: Object.fromEntries(others.map(([peer, all]) => [peer, figures(all)])),
    ratios: Object.fromEntries(others.map(([peer, all]) => [peer, median(ratiosOf(all))])),
    worst: Object.fromEntries(others.map(([peer, all]) => [peer, Math.min(...ratiosOf(all))])),
  };
}
