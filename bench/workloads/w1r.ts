import { inArena } from '../arena.js';
import { retries } from '../asks/retries.js';
import { compare } from '../compare.js';
import { startPeer, startProduct } from '../contestants/answering.js';
import type { Measurement } from '../measurement.js';
import { membersIn, receiverPosts } from './towns.js';

const about =
  'As W1, but of 100 requests 20 repeat an earlier one and must be answered as then, and 10 pass a limit and are refused.';

export const w1r: Measurement = {
  name: 'W1r',
  about,
  quick: false,
  stores: ['postgres'],
  measure: (run) =>
    inArena(run, { name: 'w1r', towns: [membersIn(run)], rules: receiverPosts, floors: 10 }, async (arena) => {
      const work = retries(arena);
      const contestants = [
        (await startProduct(arena)).with(work.product),
        (await startPeer('hand', arena)).with(work.hand),
        (await startPeer('fn', arena)).with(work.fn),
      ];
      return { rows: [await compare(run, { name: 'W1r', about, connections: 64, contestants, asked: [] })] };
    }),
};
