import { inArena } from '../arena.js';
import { anyTwo, logging } from '../asks/logging.js';
import { compare } from '../compare.js';
import { startPeer, startProduct } from '../contestants/answering.js';
import { startEmmett, startLimit } from '../contestants/in-process.js';
import { p99, throughput } from '../demands.js';
import type { Measurement } from '../measurement.js';
import { membersIn, receiverPosts } from './towns.js';

const about =
  'A receiver logs an exchange that posts at once: authenticated, idempotent, hash-chained, durable before the answer.';

export const w1: Measurement = {
  name: 'W1',
  about,
  quick: true,
  stores: ['postgres', 'eventstoredb'],
  measure: (run) =>
    inArena(run, { name: 'w1', towns: [membersIn(run)], rules: receiverPosts }, async (arena) => {
      const work = logging(arena.tokens, () => anyTwo(arena.town));
      const product = (await startProduct(arena)).with(work.product);
      const hand = (await startPeer('hand', arena)).with(work.hand);
      const fn = (await startPeer('fn', arena)).with(work.fn);
      const typical = (await startPeer('typical', arena)).with(work.typical);
      const [emmett, limit] = [await startEmmett(arena), await startLimit(arena)];
      const many = await compare(run, {
        name: 'W1',
        about,
        connections: 64,
        contestants: [product, hand, fn, typical, emmett, limit],
        asked: [
          throughput('hand', 3, 4.5),
          throughput('fn', 1.8, 2.4),
          throughput('emmett', 3),
          throughput('limit', 0.35, 0.55),
          p99('hand', 0.5, 0.3),
        ],
      });
      const one = await compare(run, {
        name: 'W1',
        about,
        connections: 1,
        contestants: [product, hand, fn],
        asked: [throughput('fn', 0.85, 1)],
      });
      return { rows: [many, one] };
    }),
};
