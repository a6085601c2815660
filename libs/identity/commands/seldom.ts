import { Inject, Injectable } from '@nestjs/common';
import { AskedTooOften } from '../domain/identity.errors.js';
import type { Throttled } from '../domain/throttle.rules.js';
import { THROTTLE, type Throttle } from '../ports/throttle.js';

/** How often is often enough. */
@Injectable()
export class Seldom {
  constructor(@Inject(THROTTLE) private readonly throttle: Throttle) {}

  /** Counts all of them, whichever refuses: the work is the same. @throws AskedTooOften */
  async take(...counted: readonly (readonly [Throttled, string])[]): Promise<void> {
    refuseFor(await Promise.all(counted.map(([throttled, key]) => this.throttle.take(throttled, key))));
  }

  /** @throws AskedTooOften where too many were wrong already; a right one costs nothing */
  async lookAtWrongOnes(ip: string): Promise<void> {
    refuseFor([await this.throttle.look('wrong-at-place', placeOf(ip))]);
  }

  async countWrongOne(ip: string): Promise<void> {
    await this.throttle.take('wrong-at-place', placeOf(ip));
  }
}

/** One household has one address of the old kind, and 2^64 of the new. */
export function placeOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip.replace('::ffff:', '');
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail?.split(':') ?? [])].slice(0, 4).join(':');
}

function refuseFor(waits: readonly (number | undefined)[]): void {
  const waitSeconds = Math.max(...waits.map((seconds) => seconds ?? 0));
  if (waitSeconds > 0) throw new AskedTooOften({ waitSeconds, waitMinutes: Math.ceil(waitSeconds / 60) });
}
