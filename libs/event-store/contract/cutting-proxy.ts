import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The last message of every answer of PostgreSQL outside a transaction: ready for the next query. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const append = Buffer.from('append-');

/** Stands between the application and PostgreSQL, and breaks what it is told to break. */
export class CuttingProxy {
  /** Cuts the connection of the next append once PostgreSQL has answered, and keeps the answer back. */
  answersToCut = 0;
  /** Cuts the connection of the next append before PostgreSQL hears of it. */
  requestsToCut = 0;
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  constructor(private readonly target: URL) {}

  /** Connections are accepted, on the same port as before if there was one. */
  async up(): Promise<void> {
    const server = createServer((client) => {
      this.join(client);
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  /** All connections are cut and none is accepted. */
  async down(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    const closed = new Promise<void>((resolve) =>
      server
        ? server.close(() => {
            resolve();
          })
        : resolve(),
    );
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** The database's address by way of the proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${String(this.port)}`;
    return url.href;
  }

  private join(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', cut);
      socket.on('close', () => {
        this.sockets.delete(socket);
        cut();
      });
    }
    let keepAnswer = false;
    client.on('data', (data) => {
      const appends = data.includes(append);
      if (appends && this.requestsToCut > 0) {
        this.requestsToCut -= 1;
        cut();
        return;
      }
      if (appends && this.answersToCut > 0) {
        this.answersToCut -= 1;
        keepAnswer = true;
      }
      server.write(data);
    });
    server.on('data', (data) => {
      if (!keepAnswer) client.write(data);
      else if (data.subarray(-ready.length).equals(ready)) cut();
    });
  }
}
