import { isIPv6 } from 'node:net';
import { Buckets } from './buckets.js';
import type { AskedContext } from './request-context.js';

export interface RateSettings {
  /** Zero: no limit. */
  readonly personPerMinute: number;
  /** Of all strangers at one address together. Zero: no limit. */
  readonly strangersPerMinute: number;
}

/** How many operations a person may ask for, and how many all strangers at one address. */
export class OperationRates {
  private readonly persons: Buckets;
  private readonly strangers: Buckets;

  constructor({ personPerMinute, strangersPerMinute }: RateSettings, nowMs: () => number = () => performance.now()) {
    this.persons = new Buckets(personPerMinute, nowMs);
    this.strangers = new Buckets(strangersPerMinute, nowMs);
  }

  /** @returns seconds to wait, where it is too much: then nothing is to be done */
  take({ person, req }: AskedContext, operations: number): number | undefined {
    if (person !== undefined) return this.persons.take(person, operations);
    return this.strangers.take(networkOf(req.ip), operations);
  }
}

const ipv4Inside = /^::ffff:(?=\d+\.)/i;

/** An IPv6 subscriber has a network of 2^64 addresses: they count as one. */
export function networkOf(address: string): string {
  const plain = address.replace(ipv4Inside, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.split('::');
  const [head, tail] = [groupsOf(before), groupsOf(after ?? '')];
  const gap = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...gap, ...tail].slice(0, 4).join(':');
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':').map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}
