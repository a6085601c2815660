/** LISTEN here; the payload is the head. */
export const recordedChannel = 'reciproca_recorded';

/** Told with every flush, it would cost PostgreSQL a third more. */
const tellEveryMs = 20;

/**
 * Tells other processes how far the store reaches: however much comes in a row, once. Whoever is told late, or never,
 * finds out by a slow poll.
 */
export class Tidings {
  private timer: NodeJS.Timeout | undefined;
  private latest = 0n;

  constructor(
    private readonly tell: (head: bigint) => Promise<unknown>,
    private readonly everyMs = tellEveryMs,
  ) {}

  came(head: bigint): void {
    if (head > this.latest) this.latest = head;
    this.timer ??= setTimeout(() => void this.tellNow(), this.everyMs);
  }

  /** What came last is still told. */
  async close(): Promise<void> {
    if (this.timer) await this.tellNow();
  }

  private async tellNow(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.tell(this.latest).catch(() => undefined);
  }
}
