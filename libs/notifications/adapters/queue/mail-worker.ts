import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { prepareJobs, runJobs, type Jobs } from './jobs.js';

export interface MailWorkerParts extends Jobs {
  /** With the login that owns the outbox and the jobs. */
  readonly databaseUrl: string;
}

const againMs = 1_000;
/** Any number, the same for every process that sends mails. */
const sending = 7_203_913;

/**
 * Sends what waits in the outbox, in one process at a time. Who takes over frees what the one before left half done, and
 * makes jobs for mails without one. What stops it is told, and it starts again.
 */
export class MailWorker {
  private readonly ended = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: MailWorkerParts) {}

  start(): void {
    this.running = this.keepSending();
  }

  /** Ends within seconds, whatever a mail server does: what it gives up is tried again at the next start. */
  async close(): Promise<void> {
    this.ended.abort();
    await this.running;
  }

  private async keepSending(): Promise<void> {
    const { signal } = this.ended;
    while (!signal.aborted) {
      await this.sendWhileAlone().catch((err: unknown) => {
        this.parts.log.warn({ err }, 'mails wait: what sends them stopped and starts again');
      });
      await pause(againMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until this process is told to end, or its lock is lost with its connection. */
  private async sendWhileAlone(): Promise<void> {
    const alone = new pg.Client({ connectionString: this.parts.databaseUrl });
    const over = AbortSignal.any([this.ended.signal, lossOf(alone)]);
    await alone.connect();
    try {
      const { rows } = await alone.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [sending]);
      if (rows[0]?.alone !== true) return;
      await prepareJobs(this.parts);
      await runJobs(this.parts, over);
    } finally {
      await alone.end().catch(() => undefined);
    }
  }
}

/** Aborted once the connection is gone. */
function lossOf(client: pg.Client): AbortSignal {
  const lost = new AbortController();
  for (const event of ['error', 'end'] as const) {
    client.on(event, () => {
      lost.abort();
    });
  }
  return lost.signal;
}
