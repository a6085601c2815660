import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** A way to the database that can be shut: every line through it is cut, and nobody gets a new one. */
export interface Gate {
  /** The database's address, through the gate. */
  readonly databaseUrl: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** @param listen makes, for each line, what is told every byte that goes to the database */
export async function gateTo(databaseUrl: string, listen?: () => (bytes: Buffer) => void): Promise<Gate> {
  const behind = new URL(databaseUrl);
  const lines = new Set<Socket>();
  const server = createServer((outer) => {
    const inner = connect(Number(behind.port), behind.hostname);
    for (const line of [outer, inner]) {
      lines.add(line);
      line.on('error', () => undefined); // a cut line is what this is for
      line.on('close', () => {
        lines.delete(line);
        outer.destroy();
        inner.destroy();
      });
    }
    if (listen) outer.on('data', listen());
    outer.pipe(inner).pipe(outer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gate has no port');
  const inFront = new URL(databaseUrl);
  inFront.hostname = '127.0.0.1';
  inFront.port = String(address.port);
  return {
    databaseUrl: inFront.href,
    async shut() {
      const closed = once(server, 'close');
      server.close();
      for (const line of lines) line.destroy();
      await closed;
    },
    async open() {
      server.listen(address.port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}
