import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { Command } from 'commander';
import type { JWK } from 'jose';
import pg from 'pg';
import { checkBooks } from './books.js';
import { startPeers, startProduct } from './contestants.js';
import { compare, type Bounds, type Compared } from './compare.js';
import { Databases } from './databases.js';
import { measurements } from './measurements.js';
import { buildTowns, tokensFor, townSettings, type Town } from './town.js';
import { logging, statementPage, type Contestant } from './workloads.js';

interface Options {
  readonly quick?: true;
  readonly rounds?: string;
  readonly seconds?: string;
  readonly only?: string;
  readonly events?: string;
}

const options = new Command('npm run bench --')
  .description('Measures the product beside what a user would take instead, in one run on one PostgreSQL.')
  .option('--quick', '3 rounds of 2 seconds: a look while working, never a judgement')
  .option('--rounds <n>', 'rounds of each measurement (5)')
  .option('--seconds <n>', 'seconds of each round (10)')
  .option('--only <workload>', 'one workload, as W3')
  .option('--events <n>', 'length of the one history to measure on')
  .option('--banks', 'instead of all that: 100 banks beside one, failing below 0.8 of it')
  .parse()
  .opts<Options>();
const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));
const seconds = Number(options.seconds ?? (options.quick ? 2 : 10));
const membersInTown = 1000;

async function database(name: string): Promise<string> {
  const server = process.env['DATABASE_URL'] ?? '';
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

function publicKey(file: string): JWK {
  const { kty, crv, x } = JSON.parse(readFileSync(file, 'utf8')) as JWK & { kty: 'OKP'; crv: string; x: string };
  return { kty, crv, x };
}

async function main(): Promise<void> {
  const [product, peers] = [await database('product'), await database('peers')];
  const dataFolder = process.env['DATA_DIR'] ?? '';
  const settings = townSettings(product, dataFolder);
  const [town] = await buildTowns(settings, 1, membersInTown, {
    consent: 'receiver',
    limits: { floor: { kind: 'none' }, ceiling: { kind: 'none' } },
  });
  if (!town) throw new Error('no town was built');
  const tokens = await tokensFor(
    settings,
    town.members.map(({ person }) => person),
  );
  await measure(product, peers, dataFolder, publicKey(settings.tokenKeyFile), town, tokens);
}

async function measure(
  product: string,
  peers: string,
  dataFolder: string,
  key: JWK,
  town: Town,
  tokens: Awaited<ReturnType<typeof tokensFor>>,
): Promise<void> {
  const children = { product: await startProduct(product, dataFolder), peers: await startPeers(peers, key, town) };
  const urls = { product: children.product.url, hand: children.peers.url, fn: children.peers.url };
  const check = (written: ReadonlyMap<Contestant, Bounds>) => checkBooks(product, peers, written);
  try {
    const compared: Compared[] = [];
    const workloads = [logging(town, tokens), statementPage(town, tokens)];
    for (const workload of workloads.filter(({ name }) => name === (options.only ?? name))) {
      compared.push(...(await compare(workload, urls, rounds, seconds, check)));
    }
    report(compared);
  } finally {
    await Promise.all([children.product.stop(), children.peers.stop()]);
  }
}

function report(workloads: readonly Compared[]): void {
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version };
  console.table(
    workloads.flatMap(({ name, connections, product, peers, ratios, worst }) =>
      Object.entries(peers).map(([peer, measured]) => ({
        workload: name,
        connections,
        'product/s': Math.round(product.perSecond),
        'p99 ms': product.p99Ms,
        peer,
        'peer/s': Math.round(measured.perSecond),
        'peer p99 ms': measured.p99Ms,
        ratio: ratios[peer]?.toFixed(2),
        worst: worst[peer]?.toFixed(2),
      })),
    ),
  );
  if (options.quick) console.log('A quick look: it judges nothing.');
  else writeFileSync('bench/results.json', `${JSON.stringify({ machine, rounds, seconds, workloads }, null, 2)}\n`);
}

/** Measurements that are made in files of their own. */
async function listed(): Promise<boolean> {
  const measurement = measurements.find(({ name }) => name === options.only);
  const databaseUrl = process.env['DATABASE_URL'] ?? '';
  const outcome = await measurement?.measure({
    databaseUrl,
    dataFolder: process.env['DATA_DIR'] ?? '',
    store: 'postgres',
    rounds,
    seconds,
    quick: options.quick === true,
    ...(options.events !== undefined && { events: Number(options.events) }),
    database: (name) => new Databases(databaseUrl).create(name),
    say: (line) => {
      console.log(line);
    },
  });
  for (const { demands } of outcome?.rows ?? []) console.table(demands);
  return measurement !== undefined;
}

if (!(await listed())) await main();
