import { connect, type Socket } from 'node:net';

export interface Request {
  /** Start line and headers but for the length, as `requestHead` makes them: they are the same for all of a member's requests. */
  readonly head: string;
  /** ASCII. */
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export function requestHead(method: 'GET' | 'POST', path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}`;
}

/**
 * One kept HTTP/1.1 connection with one request on its way at a time. Knows only answers with a content-length, as every
 * contestant gives, and so costs a fraction of a general client: the load shares its cores with what it measures.
 */
export class Connection {
  private waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (cause: Error) => void } | undefined;
  private read: Buffer[] = [];
  private readonly socket: Socket;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (chunk: Buffer) => {
      this.take(chunk);
    });
    this.socket.on('error', (cause) => this.waiting?.reject(cause));
    this.socket.on('close', () => this.waiting?.reject(new Error('the connection was closed before the answer')));
  }

  send({ head, body }: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(
        body === undefined ? `${head}\r\n` : `${head}content-length: ${body.length}\r\n\r\n${body}`,
        'latin1',
      );
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.read.push(chunk);
    const all = this.read.length === 1 ? chunk : Buffer.concat(this.read);
    const headEnd = all.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = all.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    const waiting = this.waiting;
    if (length === undefined) {
      waiting?.reject(new Error(`an answer without a content-length: ${head.slice(0, 200)}`));
      return;
    }
    const end = headEnd + 4 + Number(length);
    if (all.length < end) return;
    this.read = [];
    this.waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body: all.toString('utf8', headEnd + 4, end) });
  }
}
