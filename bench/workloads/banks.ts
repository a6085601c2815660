import { inArena } from '../arena.js';
import { oneOf } from '../asks/requests.js';
import { anyTwo, logging } from '../asks/logging.js';
import { compare } from '../compare.js';
import { startPeer, startProduct } from '../contestants/answering.js';
import { p99, throughput } from '../demands.js';
import type { Measurement } from '../measurement.js';
import { receiverPosts } from './towns.js';

const about =
  'W1 over 100 banks of 100 members at once, of whom ten speak: as many tokens as in `one bank`, the product on one of 1,000.';
const banks = Array.from({ length: 100 }, () => 100);
/** The first check of a token costs as much as a whole answer: with more of them that would be measured instead. */
const speakersOfABank = 10;

export const w1InManyBanks: Measurement = {
  name: 'banks',
  about,
  quick: false,
  stores: ['postgres'],
  measure: (run) =>
    inArena(run, { name: 'banks', towns: [1000, ...banks], rules: receiverPosts }, async (arena) => {
      const [one, ...many] = arena.towns;
      if (!one) throw new Error('an arena has a town');
      const inOne = logging(arena.tokens, () => anyTwo(one));
      const speaking = many.map((town) => ({ ...town, members: town.members.slice(0, speakersOfABank) }));
      const inMany = logging(arena.tokens, () => anyTwo(oneOf(speaking)));
      const product = await startProduct(arena);
      const [hand, fn] = [await startPeer('hand', arena), await startPeer('fn', arena)];
      const row = await compare(run, {
        name: 'W1, 100 banks',
        about,
        connections: 64,
        contestants: [
          product.with(inMany.product),
          product.with(inOne.product, 'one bank'),
          hand.with(inMany.hand),
          fn.with(inMany.fn),
        ],
        asked: [
          throughput('one bank', 0.8),
          throughput('hand', 3, 4.5),
          throughput('fn', 1.8, 2.4),
          p99('hand', 0.5, 0.3),
        ],
      });
      return { rows: [row] };
    }),
};
