import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Manner {
  /** Whether the answer to this is to be kept back. */
  readonly isMeant: (asked: Buffer) => boolean;
  /** Whether what came back ends the answer. */
  readonly isWhole: (answered: Buffer) => boolean;
}

/** Stands before something that answers, keeps some answers back and cuts the line instead. */
export interface KeepingBack {
  readonly url: string;
  /** Answers that were given and that nobody heard. */
  readonly cuts: () => number;
  close(): Promise<void>;
}

export async function keepBack(behind: string, { isMeant, isWhole }: Manner): Promise<KeepingBack> {
  const target = new URL(behind);
  const sockets = new Set<Socket>();
  let cuts = 0;
  const server = createServer((asker) => {
    const answerer = connect(Number(target.port), target.hostname);
    const cut = (): void => {
      asker.destroy();
      answerer.destroy();
    };
    for (const socket of [asker, answerer]) {
      sockets.add(socket.setNoDelay(true));
      socket.on('error', cut).on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    let keeping = false;
    asker.on('data', (data) => {
      keeping ||= isMeant(data);
      answerer.write(data);
    });
    answerer.on('data', (data) => {
      if (!keeping) {
        asker.write(data);
      } else if (isWhole(data)) {
        cuts += 1;
        cut();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  const url = new URL(behind);
  url.host = `127.0.0.1:${String(address.port)}`;
  return {
    url: url.href.replace(/\/$/, ''),
    cuts: () => cuts,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** The last message of every answer of PostgreSQL outside a transaction: the COMMIT is done, and it is ready for the next. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Between the server and PostgreSQL: the answer to every flush is lost once, and the second time it is asked it comes. */
export function everyFlushOnce(): Manner {
  let appends = 0;
  return {
    isMeant: (asked) => asked.includes('append-') && (appends += 1) % 2 === 1,
    isWhole: (answered) => answered.subarray(-ready.length).equals(ready),
  };
}

/** Between a client and the server: no answer comes through. */
export const everything: Manner = { isMeant: () => true, isWhole: () => true };
