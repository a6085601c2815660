import pg from 'pg';
import type { Logger } from 'pino';
import {
  Delivery,
  type ExchangeLetters,
  MailWorker,
  PostgresWaitingMails,
  SmtpSender,
  type MailSender,
} from '#notifications';
import type { Parts } from '../parts.js';
import type { Settings } from '../settings.js';

/** Four mails at once, and one connection to hear of new ones. */
const connectionsMax = 5;

export interface Mailing {
  close(): Promise<void>;
}

/**
 * Empties the outbox while the server runs: to the mail server that is set, or to the demonstration's mailbox. In
 * production without a mail server mails wait.
 */
export function startMailing(
  settings: Settings,
  parts: Parts,
  letters: Pick<ExchangeLetters, 'factsOf'>,
  mailbox: MailSender | undefined,
  log: Logger,
): Mailing {
  const sender = settings.smtp ? new SmtpSender(settings.smtp) : mailbox;
  if (!sender) {
    log.warn('No mail goes out, codes to sign in neither: set SMTP_URL and MAIL_FROM. What is put waits.');
    return { close: () => Promise.resolve() };
  }
  if (settings.environment === 'production' && settings.publicUrl === undefined) {
    log.warn('Links in mails lead to where this process listens: set PUBLIC_URL.');
  }
  const pool = openPool(settings.databaseUrl, log);
  const { clock, contacts, mailSeal: seal } = parts;
  const facts: ExchangeLetters['factsOf'] = (kind, content) => letters.factsOf(kind, content);
  const delivery = new Delivery({ mails: new PostgresWaitingMails(pool), seal, contacts, facts, sender, clock });
  const deliver: Delivery['deliver'] = (id, isLastTry, signal) => delivery.deliver(id, isLastTry, signal);
  const worker = new MailWorker({ databaseUrl: settings.databaseUrl, pool, deliver, log });
  worker.start();
  return {
    async close() {
      await worker.close();
      await pool.end();
    },
  };
}

function openPool(connectionString: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: connectionsMax });
  const onLoss = (err: Error): void => {
    log.debug({ err }, 'a connection of what sends mails was lost');
  };
  pool.on('error', onLoss);
  pool.on('connect', (client) => {
    client.on('error', onLoss);
  });
  return pool;
}
