import { inArena, type Arena } from '../arena.js';
import { pages } from '../asks/reading.js';
import { compare } from '../compare.js';
import { startPeer, startProduct } from '../contestants/answering.js';
import { throughput, time } from '../demands.js';
import type { Measurement, Run } from '../measurement.js';
import type { Outcome } from '../result-rows.js';
import { everybodyWithEverybody, oneToAll, type PastExchange } from '../town-histories.js';
import type { Town } from '../town.js';
import { membersIn, receiverPosts } from './towns.js';

const about = 'A member asks for the newest 25 lines of the own statement, with names and the balance after each.';
const lines = { short: 1000, long: 100_000 };
const asked = [throughput('typical', 3), throughput('rest', 0.85, 1.2)];

export const w3: Measurement = {
  name: 'W3',
  about,
  quick: true,
  stores: ['postgres'],
  measure(run) {
    const history = (town: Town) =>
      run.quick ? shortHistories(town, 20) : [...shortHistories(town, 100), ...longHistory(town)];
    return inArena(run, { name: 'w3', towns: [membersIn(run)], rules: receiverPosts, history }, (arena) =>
      measure(run, arena),
    );
  },
};

async function measure(run: Run, arena: Arena): Promise<Outcome> {
  const { tokens, town } = arena;
  const [longest, ...others] = town.members;
  const short = pages(tokens, { ...town, members: others.slice(0, run.quick ? 20 : 100) });
  const product = await startProduct(arena);
  const [typical, rest] = [await startPeer('typical', arena), await startPeer('rest', arena)];
  const shortRow = await compare(run, {
    name: 'W3, 1,000 lines',
    about,
    connections: 64,
    contestants: [product.with(short.product), typical.with(short.typical), rest.with(short.rest)],
    asked,
  });
  if (run.quick || !longest) return { rows: [shortRow] };
  const long = pages(tokens, { ...town, members: [longest] });
  const longRow = await compare(run, {
    name: 'W3, 100,000 lines',
    about,
    connections: 64,
    contestants: [
      product.with(long.product),
      product.with(short.product, '1,000 lines'),
      typical.with(long.typical),
      rest.with(long.rest),
    ],
    asked: [...asked, time('1,000 lines', 1.2)],
  });
  return { rows: [shortRow, longRow] };
}

/** Of the second member and those after it: each has as many lines, with ever another party. */
function shortHistories({ members }: Town, many: number): readonly PastExchange[] {
  const accounts = members.slice(1, 1 + many).map(({ account }) => account);
  return everybodyWithEverybody(accounts, lines.short);
}

/** Of the first member, with all those who have no short one. */
function longHistory({ members }: Town): readonly PastExchange[] {
  const [longest, ...others] = members.map(({ account }) => account);
  return longest ? oneToAll(longest, others.slice(100), lines.long) : [];
}
