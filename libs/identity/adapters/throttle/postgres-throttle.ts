import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { throttleRules, type Throttled } from '../../domain/throttle.rules.js';
import type { Secrets } from '../../ports/secrets.js';
import type { Throttle } from '../../ports/throttle.js';

/** Counts in PostgreSQL, for the role reciproca_app. Addresses and places are there as MACs alone. */
export class PostgresThrottle implements Throttle {
  private readonly limiters = new Map<Throttled, RateLimiterPostgres>();

  constructor(
    private readonly pool: Pool,
    private readonly secrets: Pick<Secrets, 'mac'>,
  ) {}

  async take(throttled: Throttled, key: string): Promise<number | undefined> {
    try {
      await this.limiter(throttled).consume(this.named(throttled, key));
      return undefined;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return secondsOf(refused);
      throw refused;
    }
  }

  async look(throttled: Throttled, key: string): Promise<number | undefined> {
    const counted = await this.limiter(throttled).get(this.named(throttled, key));
    return counted !== null && counted.consumedPoints >= throttleRules[throttled].timesMax
      ? secondsOf(counted)
      : undefined;
  }

  private named(throttled: Throttled, key: string): string {
    return Buffer.from(this.secrets.mac('throttle', `${throttled}/${key}`)).toString('base64url');
  }

  private limiter(throttled: Throttled): RateLimiterPostgres {
    const known = this.limiters.get(throttled);
    if (known) return known;
    const { timesMax, windowSeconds } = throttleRules[throttled];
    const limiter = new RateLimiterPostgres({
      storeClient: this.pool,
      storeType: 'pool',
      schemaName: 'identity',
      tableName: 'throttle',
      tableCreated: true,
      keyPrefix: throttled,
      points: timesMax,
      duration: windowSeconds,
    });
    this.limiters.set(throttled, limiter);
    return limiter;
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
