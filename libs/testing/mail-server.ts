import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ArrivedMail {
  readonly to: string;
  readonly raw: string;
}

/** What a mail server of a test says to a recipient: takes the mail, refuses it with a code, or says nothing. */
type Mood = 'taking' | 'silent' | { readonly code: number };

/** A mail server on a real socket of this machine, with moods. */
export class TestMailServer {
  mood: Mood = 'taking';
  readonly arrived: ArrivedMail[] = [];
  /** How many recipients it was asked to take. */
  asked = 0;
  private server: SMTPServer | undefined;
  private port = 0;

  /** The same port after each start. */
  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<void> {
    const server = new SMTPServer(this.options);
    server.on('error', () => undefined); // a client that hangs up
    await new Promise<void>((resolve) =>
      server.listen(this.port, '127.0.0.1', () => {
        resolve();
      }),
    );
    const address = server.server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await new Promise<void>((resolve) => {
      if (server) server.close(resolve);
      else resolve();
    });
  }

  private get options(): SMTPServerOptions {
    return {
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 50,
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const { mood } = this;
        this.asked += 1;
        if (mood === 'taking') done();
        else if (mood !== 'silent') done(Object.assign(new Error(`no <${address}> here`), { responseCode: mood.code }));
      },
      onData: (stream, { envelope }, done) => {
        const lines: Buffer[] = [];
        stream.on('data', (line: Buffer) => lines.push(line));
        stream.on('end', () => {
          this.arrived.push({ to: envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(lines).toString() });
          done();
        });
      },
    };
  }
}
