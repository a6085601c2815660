import type { Job } from '../load/load.js';
import type { Town } from '../town.js';
import { ask, posted } from './answers.js';
import { Requests, oneOf, otherThan, type Tokens } from './requests.js';
import { logWithPeer, logWithProduct, logWithTypical, type Parties } from './exchange-asks.js';

/** One exchange that posts at once: what each contestant is asked next. */
export interface Logging {
  readonly product: () => Job;
  readonly hand: () => Job;
  readonly fn: () => Job;
  readonly typical: () => Job;
}

/** @param parties who gives and who gets, at each request anew */
export function logging(tokens: Tokens, parties: () => Parties): Logging {
  const requests = new Requests(tokens);
  const peer = (path: string) => (): Job => ({
    first: ask(logWithPeer(requests, path, parties()), posted.peer),
    adds: 1,
  });
  return {
    product: () => ({ first: ask(logWithProduct(requests, parties()), posted.product), adds: 1 }),
    hand: peer('/hand'),
    fn: peer('/fn'),
    typical: () => ({ first: ask(logWithTypical(requests, parties()), posted.typical), adds: 1 }),
  };
}

/** Any two members of one town. */
export function anyTwo(town: Town, members = town.members): Parties {
  const receiver = oneOf(members);
  return { town, receiver, provider: otherThan(receiver, members) };
}
