import { inArena } from '../arena.js';
import { pairs } from '../asks/pairs.js';
import { compare } from '../compare.js';
import { startPeer, startProduct } from '../contestants/answering.js';
import { throughput } from '../demands.js';
import type { Measurement } from '../measurement.js';
import { membersIn, bothAgree } from './towns.js';

const about =
  'A receiver logs and the provider confirms: two requests, counted as one; `hand` does it in two transactions.';

export const w1b: Measurement = {
  name: 'W1b',
  about,
  quick: false,
  stores: ['postgres'],
  measure: (run) =>
    inArena(run, { name: 'w1b', towns: [membersIn(run)], rules: bothAgree }, async (arena) => {
      const work = pairs(arena);
      const contestants = [
        (await startProduct(arena)).with(work.product),
        (await startPeer('hand', arena)).with(work.hand),
      ];
      const row = await compare(run, {
        name: 'W1b',
        about,
        connections: 64,
        contestants,
        asked: [throughput('hand', 3)],
      });
      return { rows: [row] };
    }),
};
