import { join } from 'node:path';
import type { Manner } from './programs.js';

/** A place in a program, told by what it says to PostgreSQL there. */
export interface Failpoint {
  readonly name: string;
  /** What is said, in role and words, as a regular expression. */
  readonly says: string;
  /** Killed before it says so, once it is said, or when the answer is there and nobody has heard of it. */
  readonly when: 'before' | 'said' | 'answered';
  /** Counts only what is said later than this. */
  readonly after?: string;
}

const append = ' append-(one|stream|many) ';
const projected = 'role=reciproca_projector.* batch-\\d+ ';
const snapshot = 'insert into events\\.snapshot';
const recorded = 'delete from staging\\.exchange';
/** What is left to record is counted once everybody is admitted. */
const admitted = 'as left from staging\\.exchange';
const switched = 'set generation = generation \\+ 1';

/** Of a server under load. */
export const underLoad: readonly Failpoint[] = [
  { name: 'before a flush', says: append, when: 'before' },
  { name: 'with a flush on its way', says: append, when: 'said' },
  { name: 'after a flush, before its answers', says: append, when: 'answered' },
  { name: "before a projector's batch, rows and checkpoint", says: projected, when: 'before' },
  { name: "with a projector's batch on its way", says: projected, when: 'said' },
];

/** Of a server that was told to stop: that is when it leaves snapshots. */
export const whileStopping: readonly Failpoint[] = [
  { name: 'before a snapshot', says: snapshot, when: 'before' },
  { name: 'with a snapshot on its way', says: snapshot, when: 'said' },
];

/** Of `npm run import`. */
export const whileImporting: readonly Failpoint[] = [
  { name: 'before a chunk is recorded', says: append, when: 'before', after: admitted },
  { name: 'with a chunk on its way', says: append, when: 'said', after: admitted },
  { name: 'when a chunk is recorded, before its answer', says: append, when: 'answered', after: admitted },
  { name: 'when chunks are recorded and still in staging', says: recorded, when: 'before' },
];

/** Of `npm run rebuild`. */
export const whileRebuilding: readonly Failpoint[] = [
  { name: 'before the switch', says: switched, when: 'before' },
  { name: 'after the switch, before its commit', says: ' commit$', when: 'before', after: switched },
  { name: 'with the commit of the switch on its way', says: ' commit$', when: 'said', after: switched },
];

const hook = join(import.meta.dirname, 'failpoint.mjs');

/** What a program needs to kill itself the nth time that it comes by. */
export function deadlyAt({ says, when, after }: Failpoint, times: number): Manner {
  return { flags: ['--import', hook], env: { FAILPOINT: JSON.stringify({ says, when, after, times }) } };
}
