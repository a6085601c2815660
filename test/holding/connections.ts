import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { eventually } from '#testing';

const everyMs = 25;

/**
 * Counts the connections to a database again and again, its own apart. PostgreSQL may be killed meanwhile: what cannot be
 * counted is left out.
 */
export class ConnectionCount {
  private most = 0;
  private times = 0;
  private over = false;
  private readonly counting: Promise<void>;

  constructor(private readonly databaseUrl: string) {
    this.counting = this.goOn();
  }

  /** The most since this was asked before, now among them, and how often was counted. */
  async take(): Promise<{ readonly most: number; readonly times: number }> {
    const { times } = this;
    await eventually(() => {
      if (this.times === times) throw new Error('the connections cannot be counted');
    });
    const taken = { most: this.most, times: this.times };
    this.most = 0;
    this.times = 0;
    return taken;
  }

  async end(): Promise<void> {
    this.over = true;
    await this.counting;
  }

  private async goOn(): Promise<void> {
    while (!this.over) {
      await this.countOn(new pg.Client({ connectionString: this.databaseUrl })).catch(() => undefined);
      await pause(everyMs);
    }
  }

  /** Over one connection, as long as it stands. */
  private async countOn(client: pg.Client): Promise<void> {
    client.on('error', () => undefined); // the query under way is told by itself
    try {
      await client.connect();
      while (!this.over) {
        const { rows } = await client.query<{ many: number }>(
          `select count(*)::int as many from pg_stat_activity
           where backend_type = 'client backend' and pid <> pg_backend_pid()`,
        );
        this.most = Math.max(this.most, rows[0]?.many ?? 0);
        this.times += 1;
        await pause(everyMs);
      }
    } finally {
      await client.end();
    }
  }
}
