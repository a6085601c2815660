import type pg from 'pg';
import { recordedChannel } from './append-functions.sql.js';

/**
 * One connection of a pool, held as long as it lives. It listens for what is recorded, and between two flushes it waits for
 * the next: PostgreSQL tells whoever listens on the very connection that recorded without waking another of its processes,
 * and to fetch one from the pool would take a turn of the event loop, in which PostgreSQL has nothing to do.
 */
export class ListeningConnection {
  private held: pg.PoolClient | undefined;
  private isTaken = false;
  private over = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly heard: (payload: string | undefined) => void,
  ) {}

  /** Listens, where it does not already. */
  async open(): Promise<void> {
    if (this.held || this.over) return;
    const client = await this.pool.connect();
    const lost = (): void => {
      this.lose(client);
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => {
      this.heard(payload);
    });
    this.held = client;
    this.isTaken = true;
    try {
      await client.query(`listen ${recordedChannel}`);
      this.giveBack(client, false);
    } catch (error) {
      this.giveBack(client, true);
      throw error;
    }
  }

  /** Undefined while it is lost, or somebody has it. */
  take(): pg.PoolClient | undefined {
    if (!this.held || this.isTaken) return undefined;
    this.isTaken = true;
    return this.held;
  }

  /** It, or one that the pool gave in its place. @param broken nothing more can be asked on it: it is given away */
  giveBack(client: pg.PoolClient, broken: boolean): void {
    if (client !== this.held) {
      client.release(broken || this.over);
      return;
    }
    this.isTaken = false;
    if (broken) this.lose(client);
  }

  close(): void {
    this.over = true;
    if (this.held) this.lose(this.held);
  }

  /** Whoever has it gives it back himself. */
  private lose(client: pg.PoolClient): void {
    if (client !== this.held) return;
    this.held = undefined;
    if (!this.isTaken) client.release(true);
    this.isTaken = false;
  }
}
