import type { Asked, Rounds } from './compare.js';

/** At least so many times the throughput of a peer. */
export function throughput(peer: string, needed: number, aim?: number): Asked {
  const of = (round: Rounds) => figure(round, 'product', 'perSecond') / figure(round, peer, 'perSecond');
  return { what: `throughput against ${peer}`, sense: 'at least', needed, ...(aim === undefined ? {} : { aim }), of };
}

/** At most so many times the p99 of a peer. */
export function p99(peer: string, needed: number, aim: number): Asked {
  const of = (round: Rounds) => figure(round, 'product', 'p99Ms') / figure(round, peer, 'p99Ms');
  return { what: `p99 against ${peer}`, sense: 'at most', needed, aim, of };
}

/** At most so many times the time that each takes the product on other work. */
export function time(against: string, needed: number): Asked {
  const of = (round: Rounds) => figure(round, against, 'perSecond') / figure(round, 'product', 'perSecond');
  return { what: `time against ${against}`, sense: 'at most', needed, of };
}

function figure(round: Rounds, name: string, of: 'perSecond' | 'p99Ms'): number {
  return round[name]?.[of] ?? Number.NaN;
}
