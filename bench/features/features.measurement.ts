import { anyTwo, logging } from '../asks/logging.js';
import { pages } from '../asks/reading.js';
import { openOf } from '../histories/grow.js';
import { Histories, type History } from '../histories/histories.js';
import type { Request } from '../load/connection.js';
import type { Job } from '../load/load.js';
import type { Measurement, Run } from '../measurement.js';
import type { Outcome } from '../result-rows.js';
import { interleaved, median, medianInterval } from '../statistics.js';
import { tokensFor, townSettings } from '../town.js';
import { features, type Feature } from './features.js';
import { Side, changed, type Cost } from './side.js';

const warmUpSeconds = 2;
const certainty = 0.9;
const note = 'Accompagnamento alla visita e spesa per la settimana';

/** What each of the product's features costs: the product beside itself without it, by turns. */
export const featureCosts: Measurement = {
  name: 'features',
  about:
    'what the chain of hashes, commitments, idempotency, sealing, row-level security and GraphQL cost, each left out in turn',
  quick: false,
  stores: ['postgres'],
  async measure(run) {
    const history = await Histories.of(run).history(run.quick ? 1_000 : 10_000, run.quick ? 100 : 1_000);
    const works = await worksOn(run, history);
    const rows: (readonly string[])[] = [];
    for (const [place, feature] of features.entries()) {
      rows.push(...(await costsOf(run, history, works, feature, place)));
      run.keep(outcomeOf(rows));
    }
    return outcomeOf(rows);
  },
};

function outcomeOf(rows: readonly (readonly string[])[]): Outcome {
  return {
    rows: [],
    tables: [
      {
        name: 'feature-costs',
        title: 'What each feature costs',
        sentence:
          'The product beside itself with one feature left out, in a process changed for the benchmark alone, on 64 connections by turns. ' +
          'CPU time is of the server’s process and of PostgreSQL for each request; figures are medians over the rounds, the share is of each ' +
          'round’s pair and stands with what its true median lies between, nine times of ten at least. Where zero lies between, the feature ' +
          'costs less than can be measured here.',
        columns: [
          'feature',
          'measured on',
          'rounds',
          'with, each second',
          'without',
          'with, CPU µs',
          'without',
          'share of CPU',
          'between',
        ],
        rows,
      },
    ],
  };
}

type Works = Readonly<Record<Feature['works'][number], () => Job>>;

async function worksOn(run: Run, { databaseUrl, town }: History): Promise<Works> {
  const people = town.members.map(({ person }) => person);
  const tokens = await tokensFor(townSettings(databaseUrl, run.dataFolder), people);
  const plain = logging(tokens, () => anyTwo(town)).product;
  return {
    logging: plain,
    'logging with a note': () => changed(plain(), noted),
    page: pages(tokens, { ...town, members: openOf(town) }).product,
  };
}

function noted({ head, body = '' }: Request): Request {
  const { query, variables } = JSON.parse(body) as {
    readonly query: string;
    readonly variables: { readonly input: object };
  };
  return { head, body: JSON.stringify({ query, variables: { input: { ...variables.input, note } } }) };
}

async function costsOf(
  run: Run,
  history: History,
  works: Works,
  feature: Feature,
  place: number,
): Promise<readonly (readonly string[])[]> {
  const histories = Histories.of(run);
  const copies = {
    with: await histories.copy(history, `with_${String(place)}`),
    without: await histories.copy(history, `without_${String(place)}`),
  };
  const sides: { readonly which: keyof typeof copies; readonly side: Side }[] = [];
  try {
    sides.push({ which: 'with', side: await Side.with(run, copies.with) });
    sides.push({ which: 'without', side: await Side.without(run, feature, copies.without) });
    const rows = [];
    for (const work of feature.works) {
      const costs = { with: new Array<Cost>(), without: new Array<Cost>() };
      for (const { side } of sides) await side.measure(works[work], warmUpSeconds);
      for (let round = 0; round < run.rounds; round++) {
        for (const { which, side } of interleaved(sides, round)) {
          costs[which].push(await side.measure(works[work], run.seconds));
        }
      }
      rows.push(rowOf(feature.name, work, costs));
      run.say(rows.at(-1)?.join(', ') ?? '');
    }
    return rows;
  } finally {
    for (const { side } of sides) await side.stop();
    for (const copy of Object.values(copies)) await histories.forget(copy);
  }
}

function rowOf(
  feature: string,
  work: string,
  costs: { readonly with: readonly Cost[]; readonly without: readonly Cost[] },
): readonly string[] {
  const of = (which: keyof typeof costs, what: keyof Cost) => median(costs[which].map((cost) => cost[what]));
  const shares = costs.with.map(
    ({ cpuMicros }, round) => 1 - (costs.without[round]?.cpuMicros ?? cpuMicros) / cpuMicros,
  );
  return [
    feature,
    work,
    String(shares.length),
    of('with', 'perSecond').toFixed(0),
    of('without', 'perSecond').toFixed(0),
    of('with', 'cpuMicros').toFixed(0),
    of('without', 'cpuMicros').toFixed(0),
    percent(median(shares)),
    medianInterval(shares, certainty).map(percent).join(' and '),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
