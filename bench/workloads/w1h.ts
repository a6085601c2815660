import { randomInt } from 'node:crypto';
import { inArena, type Arena } from '../arena.js';
import { oneOf } from '../asks/requests.js';
import type { Parties } from '../asks/exchange-asks.js';
import { anyTwo, logging } from '../asks/logging.js';
import { compare } from '../compare.js';
import { startPeer, startProduct } from '../contestants/answering.js';
import { throughput } from '../demands.js';
import type { Measurement } from '../measurement.js';
import { membersIn, receiverPosts } from './towns.js';

const about = 'As W1, but one account gives in 30 of 100 exchanges. `W1` is the product without it.';
const hotPercent = 30;

export const w1h: Measurement = {
  name: 'W1h',
  about,
  quick: false,
  stores: ['postgres'],
  measure: (run) =>
    inArena(run, { name: 'w1h', towns: [membersIn(run)], rules: receiverPosts }, async (arena) => {
      const spread = logging(arena.tokens, () => anyTwo(arena.town));
      const hot = logging(arena.tokens, () => withHotAccount(arena));
      const product = await startProduct(arena);
      const [hand, fn] = [await startPeer('hand', arena), await startPeer('fn', arena)];
      const row = await compare(run, {
        name: 'W1h',
        about,
        connections: 64,
        contestants: [
          product.with(hot.product),
          product.with(spread.product, 'W1'),
          hand.with(hot.hand),
          fn.with(hot.fn),
        ],
        asked: [throughput('W1', 0.9)],
      });
      return { rows: [row] };
    }),
};

/** There is no account of a fund yet: the first member's stands for it. */
function withHotAccount({ town }: Arena): Parties {
  const [hot, ...others] = town.members;
  if (!hot || randomInt(100) >= hotPercent) return anyTwo(town, others);
  return { town, provider: hot, receiver: oneOf(others) };
}
