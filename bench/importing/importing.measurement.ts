import { createReadStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { pino } from 'pino';
import { ImportFileCommand } from '#importing';
import { caughtUp } from '../../apps/server/cli/caught-up.js';
import { createContext, type Context } from '../../apps/server/context.js';
import type { Measurement, Run } from '../measurement.js';
import type { Figures, ResultRow } from '../result-rows.js';
import { median } from '../statistics.js';
import { buildTowns, townSettings, type Town, type TownMember } from '../town.js';
import { copyPast } from './copy.js';
import { writePast, type Past } from './past.js';

const rowsOfPast = 100_000;
const members = 1_000;

/** W5: another system's past exchanges, from the file to what members see. */
export const importing: Measurement = {
  name: 'W5',
  about: 'the import of 100,000 past exchanges from a file, against COPY of the same rows',
  quick: true,
  stores: ['postgres', 'eventstoredb'],
  async measure(run) {
    const [product, peer] = [await run.database('importing'), await run.database('copying')];
    const settings = townSettings(product, run.dataFolder);
    const none = { kind: 'none' } as const;
    const rules = { consent: 'receiver', limits: { floor: none, ceiling: none } } as const;
    const towns = await buildTowns(settings, run.rounds, run.quick ? 100 : members, rules);
    const context = await createContext(settings, pino({ level: 'warn' }, pino.destination(2)));
    try {
      const rounds: Round[] = [];
      for (const town of towns) rounds.push(await measureOne(run, context, peer, town));
      return { rows: [rowOf(run, rounds)] };
    } finally {
      await context.close();
    }
  },
};

interface Round {
  readonly rows: number;
  readonly recorded: number;
  readonly visible: number;
  readonly copied: number;
  readonly cpuSeconds: number;
}

async function measureOne(run: Run, context: Context, peer: string, town: Town): Promise<Round> {
  const past = writePast(town, namesOf(town), run.quick ? 2_000 : rowsOfPast);
  try {
    const before = process.cpuUsage();
    const started = performance.now();
    await importPast(context, town, past);
    const recorded = (performance.now() - started) / 1000;
    await caughtUp(context.parts);
    const visible = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    const copied = await copyPast(peer, town, past);
    run.say(
      `W5: ${past.rows.toLocaleString('en')} exchanges recorded in ${recorded.toFixed(1)} s, visible after ${visible.toFixed(1)} s, COPY ${copied.toFixed(1)} s`,
    );
    return { rows: past.rows, recorded, visible, copied, cpuSeconds: (user + system) / 1e6 };
  } finally {
    past.remove();
  }
}

async function importPast({ app }: Context, { bank, administrator }: Town, past: Past): Promise<void> {
  const file = { bank, exchanges: () => createReadStream(past.exported), answers: {} };
  const outcome = await app.get(CommandBus).execute(new ImportFileCommand(file, administrator, true, randomUUID()));
  if (outcome.status !== 'imported' || outcome.import.exchanges !== past.rows) {
    throw new Error(`the import is ${outcome.status}`, { cause: 'refusal' in outcome ? outcome.refusal : undefined });
  }
}

/** As the town was built. */
function namesOf({ members: all }: Town): (member: TownMember) => string {
  const places = new Map(all.map((member, place) => [member, place + 1]));
  return (member) => `Persona inventata ${String(places.get(member))}`;
}

function rowOf(run: Run, rounds: readonly Round[]): ResultRow {
  const rows = rounds[0]?.rows ?? 0;
  const ratios = rounds.map(({ copied, visible }) => copied / visible);
  const figures = (seconds: readonly number[]): Figures => ({
    perSecond: rows / median(seconds),
    p99Ms: Math.max(...seconds) * 1000,
  });
  return {
    name: 'W5',
    about:
      `${rows.toLocaleString('en')} past exchanges, each with a description, from a file until all of them are to be seen; ` +
      'COPY takes the same rows from ready files into two tables and sets the balances. Exchanges are counted.',
    connections: 1,
    store: run.store,
    rounds: rounds.length,
    seconds: 0,
    product: {
      ...figures(rounds.map(({ visible }) => visible)),
      cpuMicros: (median(rounds.map(({ cpuSeconds }) => cpuSeconds)) * 1e6) / rows,
    },
    peers: { COPY: figures(rounds.map(({ copied }) => copied)) },
    ratios: { COPY: median(ratios) },
    worst: { COPY: Math.min(...ratios) },
    demands: [
      {
        what: 'exchanges in a second against COPY',
        reached: median(ratios),
        worst: Math.min(...ratios),
        sense: 'at least',
        needed: 0.4,
      },
    ],
  };
}
