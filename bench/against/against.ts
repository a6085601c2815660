import { fileURLToPath } from 'node:url';
import { analyzeAll } from '../databases.js';
import { once, postmaster, type Round } from '../compare.js';
import type { Run } from '../measurement.js';
import { interleaved, median, medianInterval } from '../statistics.js';
import { sideOf, type AgainstWork, type Side } from './side.js';

const own = fileURLToPath(new URL('../..', import.meta.url));
const pairs = 9;
const connections = 64;
const warmUpSeconds = 3;
const certainty = 0.9;

/** Throughput of this checkout by another's, pair by pair. */
export interface Against {
  readonly work: AgainstWork;
  readonly ratios: readonly number[];
}

/** This checkout's server beside another checkout's, by turns, each on a bank that its own code has made. */
export async function measureAgainst(
  run: Run,
  dist: string,
  works: readonly AgainstWork[],
): Promise<readonly Against[]> {
  const sides: Side[] = [];
  try {
    sides.push(await sideOf(run, 'here', own), await sideOf(run, 'there', dist));
    const database = await postmaster(run.databaseUrl);
    const found: Against[] = [];
    for (const work of works) {
      for (const side of sides) await once(side.works[work], connections, warmUpSeconds, database);
      await analyzeAll(run.databaseUrl);
      const ratios: number[] = [];
      for (let pair = 0; pair < pairs; pair++) {
        const rounds: Record<string, Round> = {};
        for (const side of interleaved(sides, pair)) {
          rounds[side.name] = await once(side.works[work], connections, run.seconds, database);
        }
        for (const side of sides) await side.works[work].books.check();
        ratios.push((rounds['here']?.perSecond ?? Number.NaN) / (rounds['there']?.perSecond ?? Number.NaN));
        run.say(`${work}, pair ${String(pair + 1)}: ${sides.map(({ name }) => shown(name, rounds[name])).join(', ')}`);
      }
      found.push({ work, ratios });
    }
    return found;
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
  }
}

/** What was found in one sentence, and the most that it may be with certainty. */
export function verdictOf({ work, ratios }: Against): { readonly sentence: string; readonly atMost: number } {
  const [from, to] = medianInterval(ratios, certainty);
  const found = `${median(ratios).toFixed(2)} of the other checkout's throughput`;
  return { sentence: `${work}: ${found}, between ${from.toFixed(2)} and ${to.toFixed(2)}.`, atMost: to };
}

function shown(name: string, round: Round | undefined): string {
  const { perSecond = Number.NaN, cpuMicros = Number.NaN, databaseCpuMicros = Number.NaN } = round ?? {};
  return `${name} ${perSecond.toFixed(0)}/s (${cpuMicros.toFixed(0)} + ${databaseCpuMicros.toFixed(0)} µs of CPU)`;
}
