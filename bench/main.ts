import { Command, InvalidArgumentError } from 'commander';
import { measureAgainst, verdictOf } from './against/against.js';
import { builtCheckout } from './against/checkout.js';
import { againstWorks } from './against/side.js';
import { Databases, withClient } from './databases.js';
import { machineOf } from './machine.js';
import type { Measurement, Run } from './measurement.js';
import { measurements } from './measurements.js';
import type { Outcome } from './result-rows.js';
import { showRows } from './show-rows.js';
import { keepResults } from './results-file.js';

interface Options {
  readonly quick?: true;
  readonly banks?: true;
  readonly rounds?: number;
  readonly seconds?: number;
  readonly only?: readonly Measurement[];
  readonly events?: number;
  /** Built code of another checkout. */
  readonly against?: string;
}

const leastOfOneBank = 0.8;
const leastOfOther = 0.9;

const options = new Command('npm run bench --')
  .description('Measures the product beside what a user would take instead, in one run on one PostgreSQL.')
  .option('--quick', '3 rounds of 2 seconds of some workloads: a look while working, never a judgement')
  .option('--rounds <n>', 'rounds of each measurement (5)', positive)
  .option('--seconds <n>', 'seconds of each round (10)', positive)
  .option('--only <names>', 'some of it, as W1,W3', named)
  .option('--events <n>', 'length of the one history that W4 and the like measure on', positive)
  .option('--banks', `only W1 over 100 banks, failing below ${leastOfOneBank.toFixed(1)} of one bank's`)
  .option(
    '--against <folder>',
    `W1 and W3 (or those of --only) beside another built checkout, failing where all is surely below ${leastOfOther.toFixed(1)} of it`,
    builtCheckout,
  )
  .addHelpText('after', `\n${measurements.map(({ name, about }) => `  ${name.padEnd(8)} ${about}`).join('\n')}`)
  .parse()
  .opts<Options>();

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('A number above 0 is asked.');
  return value;
}

function named(text: string): readonly Measurement[] {
  return text.split(',').map((name) => {
    const found = measurements.find((measurement) => measurement.name === name);
    if (!found) throw new InvalidArgumentError(`There is ${measurements.map((one) => one.name).join(', ')}.`);
    return found;
  });
}

function chosen({ store, quick }: Run): readonly Measurement[] {
  if (options.banks) return measurements.filter(({ name }) => name === 'banks');
  const asked = options.only ?? measurements.filter((measurement) => !quick || measurement.quick);
  return asked.filter(({ stores }) => stores.includes(store));
}

async function main(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'] ?? '';
  const databases = new Databases(databaseUrl);
  const quick = options.quick ?? false;
  const machine = machineOf(await postgresVersion(databaseUrl));
  const run: Run = {
    databaseUrl,
    dataFolder: process.env['DATA_DIR'] ?? '',
    store: process.env['EVENT_STORE_URL'] ? 'eventstoredb' : 'postgres',
    rounds: options.rounds ?? (quick ? 3 : 5),
    seconds: options.seconds ?? (quick ? 2 : 10),
    quick,
    ...(options.events === undefined ? {} : { events: options.events }),
    database: (name) => databases.create(name),
    keep: (outcome) => {
      if (!quick) keepResults(outcome, machine);
    },
    say: (line) => {
      console.log(line);
    },
  };
  if (options.against !== undefined) {
    await standAgainst(run, options.against);
    return;
  }
  for (const measurement of chosen(run)) {
    const outcome = await measurement.measure(run);
    showRows(outcome.rows);
    run.keep(outcome);
    if (options.banks) judge(outcome);
  }
  if (quick) console.log('A quick look: it judges nothing.');
}

async function standAgainst(run: Run, dist: string): Promise<void> {
  const works = againstWorks.filter((work) => options.only?.some(({ name }) => name === work) ?? true);
  for (const { sentence, atMost } of (await measureAgainst(run, dist, works)).map(verdictOf)) {
    console.log(sentence);
    if (atMost < leastOfOther) process.exitCode = 1;
  }
}

function judge({ rows }: Outcome): void {
  const reached = rows[0]?.ratios['one bank'] ?? 0;
  console.log(`Median ${reached.toFixed(2)} of one bank; at least ${leastOfOneBank.toFixed(2)} is asked.`);
  if (reached < leastOfOneBank) process.exitCode = 1;
}

function postgresVersion(databaseUrl: string): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '';
  });
}

/** Whoever stops the run stops all contestants with it: bin/bench.mjs has made this process the head of their group. */
process.once('SIGTERM', () => process.kill(-process.pid, 'SIGTERM'));

await main();
