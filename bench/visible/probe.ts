import type { Asker } from '../asking/asker.js';
import { ask, posted } from '../asks/answers.js';
import { logWithProduct } from '../asks/exchange-asks.js';
import { anyTwo } from '../asks/logging.js';
import { Requests, type Tokens } from '../asks/requests.js';
import type { Town, TownMember } from '../town.js';

const document = 'query Seen($id: ID!) { viewer { exchange(id: $id) { state } } }';

/** Logs an exchange, then reads it until it is there; and again. */
export class Probe {
  private readonly requests: Requests;

  constructor(
    private readonly asker: Asker,
    private readonly town: Town,
    tokens: Tokens,
  ) {
    this.requests = new Requests(tokens);
  }

  /** Milliseconds from each answer until it was seen. */
  async run(ended: AbortSignal): Promise<readonly number[]> {
    const waited: number[] = [];
    while (!ended.aborted) {
      const parties = anyTwo(this.town);
      const body = await this.asker.ask(ask(logWithProduct(this.requests, parties), posted.product));
      const answered = performance.now();
      const id = /"exchange":\{"id":"([^"]+)"/.exec(body)?.[1];
      if (id === undefined) throw new Error(`no exchange in ${body}`);
      while (!(await this.sees(parties.receiver, id)));
      waited.push(performance.now() - answered);
    }
    return waited;
  }

  private async sees(member: TownMember, id: string): Promise<boolean> {
    const request = this.requests.post('/graphql', member, { query: document, variables: { id } });
    const body = await this.asker.ask(ask(request, '"viewer"'));
    return body.includes('"state"');
  }
}
