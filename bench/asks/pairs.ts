import type { Arena } from '../arena.js';
import type { Job } from '../load/load.js';
import { ask, found, posted } from './answers.js';
import { Requests } from './requests.js';
import { confirmWithHand, confirmWithProduct, logWithPeer, logWithProduct } from './exchange-asks.js';
import { anyTwo } from './logging.js';

/** The receiver logs, then the provider agrees: two requests, one job. */
export function pairs(arena: Arena): { readonly product: () => Job; readonly hand: () => Job } {
  const requests = new Requests(arena.tokens);
  return {
    product() {
      const parties = anyTwo(arena.town);
      const first = ask(logWithProduct(requests, parties), '"state":"LOGGED"', (answer) => {
        const exchange = found(/"id":"([\w-]+)"/, answer);
        return ask(confirmWithProduct(requests, parties.provider, exchange), posted.product);
      });
      return { first, adds: 1 };
    },
    hand() {
      const parties = anyTwo(arena.town);
      const first = ask(logWithPeer(requests, '/hand/claim', parties), '"exchange"', (answer) => {
        const exchange = found(/"exchange":"([\w-]+)"/, answer);
        return ask(confirmWithHand(requests, parties.provider, exchange), posted.peer);
      });
      return { first, adds: 1 };
    },
  };
}
