import { inArena } from '../arena.js';
import { balances } from '../asks/reading.js';
import { compare } from '../compare.js';
import { startPeer, startProduct } from '../contestants/answering.js';
import { throughput } from '../demands.js';
import type { Measurement } from '../measurement.js';
import { membersIn, receiverPosts } from './towns.js';

const about = 'A member asks for the own balance.';

export const w2: Measurement = {
  name: 'W2',
  about,
  quick: false,
  stores: ['postgres'],
  measure: (run) =>
    inArena(run, { name: 'w2', towns: [membersIn(run)], rules: receiverPosts }, async (arena) => {
      const work = balances(arena.tokens, arena.town);
      const contestants = [
        (await startProduct(arena)).with(work.product),
        (await startPeer('typical', arena)).with(work.typical),
        (await startPeer('rest', arena)).with(work.rest),
      ];
      const asked = [throughput('typical', 3), throughput('rest', 0.7)];
      return { rows: [await compare(run, { name: 'W2', about, connections: 64, contestants, asked })] };
    }),
};
