import type { Pool, PoolClient } from 'pg';
import type { KeyHolder, KeyId } from '#kernel';

const retryDelayMs = 1_000;

/** Listens for keys that any process destroyed, and has them forgotten here. A minute in memory is the guarantee; this is the speed. */
export class DestroyedKeys {
  private client: PoolClient | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly holder: KeyHolder,
  ) {}

  async start(): Promise<void> {
    const client = await this.pool.connect();
    if (this.stopped) {
      client.release(true);
      return;
    }
    this.client = client;
    client.on('notification', ({ payload }) => {
      this.holder.forget(payload as KeyId | undefined);
    });
    client.on('error', () => {
      this.reconnect(client);
    });
    await client.query('listen data_key_destroyed');
    // What was destroyed while nobody listened is not known.
    this.holder.forget();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.retry);
    this.client?.release(true);
    this.client = undefined;
  }

  private reconnect(lost?: PoolClient): void {
    if (lost !== this.client) return;
    lost?.release(true);
    this.client = undefined;
    this.holder.forget();
    this.retryLater();
  }

  private retryLater(): void {
    if (this.stopped) return;
    this.retry = setTimeout(() => {
      this.start().catch(() => {
        this.reconnect(this.client);
      });
    }, retryDelayMs);
    this.retry.unref();
  }
}
