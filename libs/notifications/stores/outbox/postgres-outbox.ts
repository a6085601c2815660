import type { Mail, MailOutbox, PersonId, Statements } from '#kernel';
import type { Pool } from 'pg';
import type { DeadLetter } from '../../ports/dead-letter.js';
import type { MailSeal } from '../../ports/mail-seal.js';

const idPattern = /^[0-9A-Za-z_-]{1,64}$/;

/** The outbox in PostgreSQL, for the role reciproca_app: a mail is put by one statement, alone or within the caller's transaction. */
export class PostgresOutbox implements MailOutbox {
  constructor(
    private readonly pool: Pool,
    private readonly mailSeal: Pick<MailSeal, 'seal'>,
  ) {}

  /** @throws TypeError on an id or a kind that is none */
  async put({ id, kind, to, language, facts, notBefore, until }: Mail, within?: Statements): Promise<void> {
    if (!idPattern.test(id)) throw new TypeError('the id of a mail is up to 64 letters, digits, - and _');
    const content = Buffer.from(this.mailSeal.seal(id, { to, language, facts }));
    const person = 'person' in to ? to.person : to.owner;
    const values = [id, kind, person ?? null, content, until ?? null, notBefore ?? null];
    const statement = 'select notifications.put($1, $2, $3, $4, $5, $6)';
    await (within ? within.query(statement, values) : this.pool.query(statement, values));
  }

  async deadLetters(): Promise<readonly DeadLetter[]> {
    const columns = 'id, kind, put_at as "putAt", ended_at as "endedAt", reason';
    return (await this.pool.query<DeadLetter>(`select ${columns} from notifications.dead_letters()`)).rows;
  }

  /** How many wait, and how many were given up. */
  async counts(): Promise<{ readonly waiting: number; readonly dead: number }> {
    const { rows } = await this.pool.query<{ waiting: number; dead: number }>('select * from notifications.counts()');
    return rows[0] ?? { waiting: 0, dead: 0 };
  }

  /** Tries a dead letter again from the start; false where there is none of that id. */
  async retry(id: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ retried: boolean }>('select notifications.retry($1) as retried', [id]);
    return rows[0]?.retried ?? false;
  }

  /** Part of a person's erasure: what was still to be sent, or could not be, goes. Answers how many there were. */
  async forget(person: PersonId): Promise<number> {
    const { rows } = await this.pool.query<{ gone: number }>('select notifications.forget($1) as gone', [person]);
    return rows[0]?.gone ?? 0;
  }
}
