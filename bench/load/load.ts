import { atOnce, type Measured } from './at-once.js';
import { Connection, type Answer, type Request } from './connection.js';

/** One request, and what its answer leads to: another one, or the end of the job. */
export interface Ask {
  readonly request: Request;
  /** @throws WrongAnswer: a fast refusal is no result */
  answered(answer: Answer): Ask | undefined;
}

/** What is counted: mostly one request, for W1b two. */
export interface Job {
  readonly first: Ask;
  /** Exchanges in the books once it is done. */
  readonly adds: 0 | 1;
}

export interface Loaded extends Measured {
  readonly added: number;
}

/** An answer that is not the one asked for. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';

  constructor({ status, body }: Answer) {
    super(`${String(status)} ${body.slice(0, 300)}`);
  }
}

/** Jobs over `connections` at once; one wrong answer ends it all. */
export async function load(url: string, connections: number, seconds: number, next: () => Job): Promise<Loaded> {
  const open = Array.from({ length: connections }, () => new Connection(url));
  let added = 0;
  try {
    const measured = await atOnce(connections, seconds, async (place) => {
      const { first, adds } = next();
      for (let ask: Ask | undefined = first; ask;) {
        const answer = await open[place]?.send(ask.request);
        if (!answer) throw new Error('more places than connections');
        ask = ask.answered(answer);
      }
      added += adds;
    });
    return { ...measured, added };
  } finally {
    for (const connection of open) connection.close();
  }
}
