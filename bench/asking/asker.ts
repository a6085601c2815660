import { Connection } from '../load/connection.js';
import type { Ask } from '../load/load.js';

/** Asks one server over connections that stay open; what finds none free waits for one. */
export class Asker {
  private readonly all: readonly Connection[];
  private readonly free: Connection[];
  private readonly waiting: ((connection: Connection) => void)[] = [];

  constructor(url: string, connections: number) {
    this.all = Array.from({ length: connections }, () => new Connection(url));
    this.free = [...this.all];
  }

  /** The body of the answer. @throws WrongAnswer */
  async ask(asked: Ask): Promise<string> {
    const connection = this.free.pop() ?? (await new Promise<Connection>((resolve) => this.waiting.push(resolve)));
    try {
      const answer = await connection.send(asked.request);
      asked.answered(answer);
      return answer.body;
    } finally {
      const next = this.waiting.shift();
      if (next) next(connection);
      else this.free.push(connection);
    }
  }

  close(): void {
    for (const connection of this.all) connection.close();
  }
}
