import { randomInt } from 'node:crypto';
import type { Arena } from '../arena.js';
import type { Request } from '../load/connection.js';
import { WrongAnswer, type Job } from '../load/load.js';
import { ask, posted } from './answers.js';
import { Requests, oneOf } from './requests.js';
import { logWithPeer, logWithProduct, type Parties } from './exchange-asks.js';
import { anyTwo } from './logging.js';

const retriesPercent = 20;
const overTheLimitPercent = 10;
const remembered = 1000;

/** Of a hundred: 20 repeat one of the last thousand requests and must be answered as then, 10 pass a limit and are refused. */
export function retries(arena: Arena): {
  readonly product: () => Job;
  readonly hand: () => Job;
  readonly fn: () => Job;
} {
  const requests = new Requests(arena.tokens);
  const peer = (path: string) => mixed(arena, (parties) => logWithPeer(requests, path, parties), posted.peer);
  return {
    product: mixed(arena, (parties) => logWithProduct(requests, parties), posted.product),
    hand: peer('/hand'),
    fn: peer('/fn'),
  };
}

function mixed({ town, floors }: Arena, request: (parties: Parties) => Request, done: string): () => Job {
  const limited = town.members.filter(({ account }) => floors.has(account));
  const free = town.members.filter(({ account }) => !floors.has(account));
  const earlier: { readonly request: Request; readonly body: string }[] = [];
  let place = 0;
  return () => {
    const chance = randomInt(100);
    if (chance < overTheLimitPercent) {
      const over = { town, receiver: oneOf(limited), provider: oneOf(free) };
      return { first: ask(request(over), 'FLOOR_REACHED'), adds: 0 };
    }
    if (chance < overTheLimitPercent + retriesPercent && earlier.length > 0) return again(oneOf(earlier), done);
    const asked = request(anyTwo(town, free));
    const first = ask(asked, done, ({ body }) => {
      earlier[place++ % remembered] = { request: asked, body };
      return undefined;
    });
    return { first, adds: 1 };
  };
}

function again({ request, body }: { readonly request: Request; readonly body: string }, done: string): Job {
  const first = ask(request, done, (answer) => {
    if (answer.body !== body) throw new WrongAnswer(answer);
    return undefined;
  });
  return { first, adds: 0 };
}
