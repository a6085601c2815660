import { Agent, request } from 'node:http';
import type { Request } from '../load.js';

/** Asks one server over connections that stay open. */
export class Asker {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The body of the answer. @throws when it is not what `accept` expects: a fast refusal is no result */
  async ask(asked: Request, accept: (status: number, body: string) => boolean): Promise<string> {
    const { status, body } = await this.send(asked);
    if (!accept(status, body)) throw new Error(`a wrong answer: ${String(status)} ${body.slice(0, 300)}`);
    return body;
  }

  /** One after the other, each as soon as the one before it is answered. */
  async askOneByOne(
    times: number,
    next: () => Request,
    accept: (status: number, body: string) => boolean,
  ): Promise<void> {
    for (let n = 0; n < times; n++) await this.ask(next(), accept);
  }

  close(): void {
    this.agent.destroy();
  }

  private send({ method, path, headers, body }: Request): Promise<{ readonly status: number; readonly body: string }> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const sent = request(`${this.url}${path}`, { method, agent: this.agent, headers: { ...headers, ...length } });
      sent.once('error', reject);
      sent.once('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() });
        });
      });
      sent.end(body);
    });
  }
}
