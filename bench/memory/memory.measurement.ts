import { pino } from 'pino';
import { streamOf } from '#kernel';
import { journal } from '#ledger';
import { openParts } from '../../apps/server/parts.js';
import { runGauged } from '../gauge/gauged-program.js';
import { grow, journalOf } from '../histories/grow.js';
import { Appending } from '../histories/taking.js';
import type { Measurement, Run } from '../measurement.js';
import { buildTowns, townSettings, type Town } from '../town.js';
import type { Held, HeldInAll, Holding } from './holding.js';

/** Each with ten entries a member. */
const sizes = [
  { banks: 41, members: 100 },
  { banks: 11, members: 1_000 },
];
const entriesOfMember = 10;
/** More than the writers that stay open. */
const persons = 1_200;
const personsAtOnce = 100;
const megabyte = 1024 * 1024;

/** What an open bank holds in memory, and that banks nobody asks for leave it. */
export const memory: Measurement = {
  name: 'memory',
  about: 'what an open bank of 100 and of 1,000 members holds in memory, and that an idle one leaves it',
  quick: false,
  stores: ['postgres'],
  async measure(run) {
    const databaseUrl = await run.database('memory');
    const towns: (readonly Town[])[] = [];
    for (const size of sizes) towns.push(await townsWithPast(run, databaseUrl, size));
    const { banks, persons: afterwards } = await weigh(run, databaseUrl, towns);
    return {
      rows: [],
      tables: [
        {
          name: 'memory-of-banks',
          title: 'Memory of an open bank',
          sentence: `What one more open bank adds to the process, garbage apart; each with ${String(entriesOfMember)} entries a member.`,
          columns: ['members', 'banks opened', 'kB each'],
          rows: sizes.map(({ members }, place) => {
            const steps = banks[place] ?? [];
            return [members.toLocaleString('en'), String(steps.at(-1)?.opened), (eachOf(steps) / 1024).toFixed(0)];
          }),
        },
      ],
      plots: [
        {
          name: 'idle-banks',
          title: 'Banks that nobody asks for leave memory',
          sentence:
            'Memory of a process with open banks while other streams are opened: of all of them the last thousand stay.',
          x: { title: 'other streams opened since' },
          y: { title: 'MB' },
          curves: [
            { name: 'heap and arrays', points: afterwards.map(({ opened, bytes }) => [opened, bytes / megabyte]) },
          ],
        },
      ],
    };
  },
};

async function townsWithPast(run: Run, databaseUrl: string, size: (typeof sizes)[number]): Promise<readonly Town[]> {
  const none = { kind: 'none' } as const;
  const rules = { consent: 'receiver', limits: { floor: none, ceiling: none } } as const;
  const settings = townSettings(databaseUrl, run.dataFolder);
  run.say(`making ${String(size.banks)} banks of ${size.members.toLocaleString('en')} members`);
  const towns = await buildTowns(settings, size.banks, size.members, rules);
  const parts = await openParts(settings, pino({ level: 'warn' }, pino.destination(2)));
  try {
    const taking = new Appending(parts.store);
    for (const town of towns) {
      await grow(await journalOf(parts, town), town, 0, size.members * entriesOfMember, taking);
      await taking.end();
      // Whoever opens the bank leaves a snapshot of it behind.
      await parts.writers.look(journal, streamOf('journal', town.bank), () => undefined);
    }
  } finally {
    await parts.close();
  }
  return towns;
}

/** In a process of its own, which does nothing else. */
async function weigh(run: Run, databaseUrl: string, towns: readonly (readonly Town[])[]): Promise<HeldInAll> {
  const people = towns.flat().flatMap(({ members }) => members.map(({ person }) => person));
  const holding: Holding = {
    databaseUrl,
    dataFolder: run.dataFolder,
    banks: towns.map((alike) => alike.map(({ bank }) => bank)),
    persons: people.slice(0, persons),
    personsAtOnce,
  };
  const program = runGauged({ program: 'bench/memory/hold-banks.js', words: [JSON.stringify(holding)], env: {} });
  const answer = JSON.parse(await program.line(/^\{.*\}$/)) as HeldInAll;
  await program.ended();
  for (const steps of answer.banks) run.say(`memory: ${(eachOf(steps) / 1024).toFixed(0)} kB an open bank`);
  return answer;
}

function eachOf(steps: readonly Held[]): number {
  const [first, last] = [steps[0], steps.at(-1)];
  return ((last?.bytes ?? 0) - (first?.bytes ?? 0)) / (last?.opened ?? Number.NaN);
}
