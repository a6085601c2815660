import type { Asker } from '../asking/asker.js';
import type { Request } from '../load.js';
import type { Workload } from '../workloads.js';

const document = 'query Seen($id: ID!) { viewer { exchange(id: $id) { state } } }';

/** Logs an exchange, then reads it until it is there; and again. */
export class Probe {
  constructor(
    private readonly asker: Asker,
    private readonly commands: Workload,
  ) {}

  /** Milliseconds from each answer until it was seen. */
  async run(ended: AbortSignal): Promise<readonly number[]> {
    const waited: number[] = [];
    while (!ended.aborted) {
      const logging = this.commands.next('product');
      const body = await this.asker.ask(logging, (status, text) => this.commands.accept(status, text));
      const answered = performance.now();
      const id = /"exchange":\{"id":"([^"]+)"/.exec(body)?.[1];
      if (id === undefined) throw new Error(`no exchange in ${body}`);
      while (!(await this.sees(logging, id)));
      waited.push(performance.now() - answered);
    }
    return waited;
  }

  private async sees({ path, headers }: Request, id: string): Promise<boolean> {
    const asked = JSON.stringify({ query: document, variables: { id } });
    const body = await this.asker.ask({ method: 'POST', path, headers, body: asked }, (status) => status === 200);
    return body.includes('"state"');
  }
}
