import { Command } from 'commander';
import { startProduct } from './contestants.js';
import { load } from './load.js';
import { interleaved, median } from './statistics.js';
import { buildTowns, tokensFor, townSettings } from './town.js';
import { logging } from './workloads.js';

const banks = 100;
const membersInBank = 20;
const connections = 64;
const warmUpSeconds = 2;
const leastRatio = 0.8;

const { rounds, seconds } = new Command('npm run bench --')
  .description('Measures 100 banks at once beside one bank, over the same connections, and fails below 0.8 of it.')
  .option('--banks', 'this measurement')
  .option('--rounds <n>', 'rounds, each of them one A B B A', '5')
  .option('--seconds <n>', 'seconds of each measurement', '3')
  .parse()
  .opts<{ readonly rounds: string; readonly seconds: string }>();

/** A is one bank, B a hundred. A B B A in each round, so that what drifts meanwhile touches both alike. */
async function main(): Promise<void> {
  const [databaseUrl, dataFolder] = [process.env['DATABASE_URL'] ?? '', process.env['DATA_DIR'] ?? ''];
  const settings = townSettings(databaseUrl, dataFolder);
  const none = { kind: 'none' } as const;
  const rules = { consent: 'receiver', limits: { floor: none, ceiling: none } } as const;
  const towns = await buildTowns(settings, banks + 1, membersInBank, rules);
  const people = towns.flatMap(({ members }) => members.map(({ person }) => person));
  const tokens = await tokensFor(settings, people);
  const [one, ...many] = towns.map((town) => logging(town, tokens));
  if (!one) throw new Error('no bank was built');
  const product = await startProduct(databaseUrl, dataFolder);
  let turn = 0;
  const next = { one: () => one.next('product'), many: () => (many[turn++ % banks] ?? one).next('product') };
  const measure = async (what: keyof typeof next, during: number): Promise<number> =>
    (await load(product.url, connections, during, next[what], (status, body) => one.accept(status, body))).perSecond;
  try {
    for (const what of ['one', 'many'] as const) await measure(what, warmUpSeconds);
    const ratios: number[] = [];
    for (let round = 0; round < Number(rounds); round++) {
      const reached = { one: 0, many: 0 };
      for (const half of [0, 1]) {
        for (const what of interleaved(['one', 'many'] as const, half)) {
          reached[what] += (await measure(what, Number(seconds))) / 2;
        }
      }
      ratios.push(reached.many / reached.one);
      console.log(
        `one bank ${reached.one.toFixed(0)}/s, ${banks} banks ${reached.many.toFixed(0)}/s, ratio ${(reached.many / reached.one).toFixed(2)}`,
      );
    }
    const reached = median(ratios);
    console.log(`Median of ${rounds}: ${reached.toFixed(2)}; at least ${leastRatio.toFixed(2)} is asked.`);
    if (reached < leastRatio) process.exitCode = 1;
  } finally {
    await product.stop();
  }
}

await main();
