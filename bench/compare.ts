import type { Contestant } from './contestants/contestant.js';
import { cpuMs, familyCpuMs, parentOf } from './cpu-time.js';
import { analyzeAll, withClient } from './databases.js';
import type { Loaded } from './load/load.js';
import type { Run } from './measurement.js';
import type { Demand, Figures, ResultRow } from './result-rows.js';
import { interleaved, median } from './statistics.js';

/** One contestant in one round. */
export interface Round extends Loaded, Figures {}

/** What each contestant did in one round, by name. */
export type Rounds = Readonly<Record<string, Round>>;

/** A demand before it is measured: what it is in one round. */
export interface Asked extends Omit<Demand, 'reached' | 'worst'> {
  readonly of: (round: Rounds) => number;
}

export interface Comparison {
  readonly name: string;
  readonly about: string;
  readonly connections: number;
  /** The first is the product. */
  readonly contestants: readonly Contestant[];
  readonly asked: readonly Asked[];
}

const warmUpSecondsMax = { quick: 1, long: 3 };

/** Product and peers by turns, with the books of all checked after every round. */
export async function compare(run: Run, comparison: Comparison): Promise<ResultRow> {
  const { contestants, connections, name } = comparison;
  const database = await postmaster(run.databaseUrl);
  const warmUp = Math.min(run.seconds, run.quick ? warmUpSecondsMax.quick : warmUpSecondsMax.long);
  for (const contestant of contestants) {
    await once(contestant, connections, warmUp, database);
  }
  await analyzeAll(run.databaseUrl);
  const rounds: Record<string, Round>[] = [];
  for (let n = 0; n < run.rounds; n++) {
    const round: Record<string, Round> = {};
    for (const contestant of interleaved(contestants, n)) {
      round[contestant.name] = await once(contestant, connections, run.seconds, database);
    }
    for (const books of new Set(contestants.map((contestant) => contestant.books))) await books.check();
    rounds.push(round);
    const reached = contestants.map(
      (contestant) => `${contestant.name} ${round[contestant.name]?.perSecond.toFixed(0)}/s`,
    );
    run.say(`${name}, ${connections} connections, round ${n + 1}: ${reached.join(', ')}`);
  }
  const row = rowOf(run, comparison, rounds);
  run.keep({ rows: [row] });
  return row;
}

/** A contestant's turn, with what it took of the machine. */
export async function once(
  contestant: Contestant,
  connections: number,
  seconds: number,
  database: number | undefined,
): Promise<Round> {
  const before = { own: cpuMs(contestant.pid), database: database && familyCpuMs(database) };
  const measured = await contestant.run(connections, seconds);
  contestant.books.add(measured.added);
  await contestant.settle();
  const each = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? undefined : ((to - from) * 1000) / measured.done;
  const cpuMicros = each(before.own, cpuMs(contestant.pid));
  const databaseCpuMicros = each(before.database, database && familyCpuMs(database));
  return {
    ...measured,
    ...(cpuMicros === undefined ? {} : { cpuMicros }),
    ...(databaseCpuMicros === undefined ? {} : { databaseCpuMicros }),
  };
}

/** Process id of the PostgreSQL that serves here: the parent of whoever answers. */
export function postmaster(databaseUrl: string): Promise<number | undefined> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return rows[0] && parentOf(rows[0].pid);
  });
}

export function rowOf(
  { store, seconds }: Pick<Run, 'store' | 'seconds'>,
  {
    name,
    about,
    connections,
    contestants,
    asked,
  }: Omit<Comparison, 'contestants'> & {
    readonly contestants: readonly Pick<Contestant, 'name'>[];
  },
  rounds: readonly Rounds[],
): ResultRow {
  const [product = '', ...peers] = contestants.map((contestant) => contestant.name);
  const ratiosOf = (peer: string) => rounds.map((round) => perSecond(round, product) / perSecond(round, peer));
  const byPeer = <T>(value: (peer: string) => T) => Object.fromEntries(peers.map((peer) => [peer, value(peer)]));
  return {
    name,
    about,
    connections,
    store,
    rounds: rounds.length,
    seconds,
    product: figuresOf(rounds, product),
    peers: byPeer((peer) => figuresOf(rounds, peer)),
    ratios: byPeer((peer) => median(ratiosOf(peer))),
    worst: byPeer((peer) => Math.min(...ratiosOf(peer))),
    demands: asked.map(({ of, ...demand }) => {
      const reached = rounds.map(of);
      const worst = demand.sense === 'at least' ? Math.min(...reached) : Math.max(...reached);
      return { ...demand, reached: median(reached), worst };
    }),
  };
}

function perSecond(round: Rounds, name: string): number {
  return round[name]?.perSecond ?? Number.NaN;
}

function figuresOf(rounds: readonly Rounds[], name: string): Figures {
  const of = (figure: keyof Figures): number | undefined => {
    const values = rounds.map((round) => round[name]?.[figure]).filter((value) => value !== undefined);
    return values.length === 0 ? undefined : median(values);
  };
  const [cpuMicros, databaseCpuMicros] = [of('cpuMicros'), of('databaseCpuMicros')];
  return {
    perSecond: of('perSecond') ?? Number.NaN,
    p99Ms: of('p99Ms') ?? Number.NaN,
    ...(cpuMicros === undefined ? {} : { cpuMicros }),
    ...(databaseCpuMicros === undefined ? {} : { databaseCpuMicros }),
  };
}
