import type pg from 'pg';

/**
 * One connection of a pool, held between two uses: to fetch it from the pool would take a turn of the event loop, in
 * which everybody who was just answered comes first, while PostgreSQL has nothing to do.
 */
export class KeptConnection {
  private kept: pg.PoolClient | undefined;
  private over = false;
  private readonly lost = (): void => this.take()?.release(true);

  /** The one that is held, so that whoever asks may use it at once. */
  take(): pg.PoolClient | undefined {
    const client = this.kept;
    this.kept = undefined;
    return client?.off('error', this.lost);
  }

  /** @param broken nobody knows what it is busy with: it is given away */
  giveBack(client: pg.PoolClient, broken: boolean): void {
    if (broken || this.over || this.kept) client.release(broken);
    else this.kept = client.on('error', this.lost);
  }

  close(): void {
    this.over = true;
    this.take()?.release();
  }
}
