import type { Pool } from 'pg';
import type { WaitingMail, WaitingMails } from '../../ports/waiting-mails.js';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly content: Buffer;
  readonly putAt: Date;
  readonly notBefore: Date | null;
  readonly ofUseUntil: Date | null;
}

/** The outbox for whoever empties it: the login user, who owns the table. */
export class PostgresWaitingMails implements WaitingMails {
  constructor(private readonly pool: Pool) {}

  async waiting(id: string): Promise<WaitingMail | undefined> {
    const { rows } = await this.pool.query<Row>(
      `select id, kind, content, put_at as "putAt", not_before as "notBefore", of_use_until as "ofUseUntil"
       from notifications.mail
       where id = $1 and status = 'waiting'`,
      [id],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { notBefore, ofUseUntil, ...mail } = row;
    return { ...mail, ...(notBefore && { notBefore }), ...(ofUseUntil && { ofUseUntil }) };
  }

  sent(id: string): Promise<void> {
    return this.end(id, 'sent');
  }

  dropped(id: string, reason: string): Promise<void> {
    return this.end(id, 'dropped', reason);
  }

  async dead(id: string, reason: string): Promise<void> {
    await this.pool.query(
      `update notifications.mail set status = 'dead', ended_at = now(), reason = $2 where id = $1 and status = 'waiting'`,
      [id, reason.slice(0, 60)],
    );
  }

  /** Only that there was a mail stays. */
  private async end(id: string, status: 'sent' | 'dropped', reason?: string): Promise<void> {
    await this.pool.query(
      `update notifications.mail set status = $2, reason = $3, ended_at = now(), content = null, person = null
       where id = $1 and status = 'waiting'`,
      [id, status, reason ?? null],
    );
  }
}
