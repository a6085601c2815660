import { randomInt } from 'node:crypto';
import { asLocalDate, minutes, streamOf } from '#kernel';
import { journal, type Journal, type JournalCommand, type JournalEvent } from '#ledger';
import type { Parts } from '../../apps/server/parts.js';
import type { Town, TownMember } from '../town.js';
import { Past } from './past.js';
import type { Taking } from './taking.js';

/** Records of one append: they may take 512 kB together. */
const recordsOfAppend = 300;
const busyMembers = 10;
/** The first so many entries are between the busy ones, so that their statements fill a page in any history. */
const busyEntries = 500;

export type JournalPast = Past<JournalCommand, JournalEvent, Journal>;

/** Those of a town whose statements are long enough to measure a page of. */
export function busyOf({ members }: Town): readonly TownMember[] {
  return members.slice(0, busyMembers);
}

/**
 * From so many entries to so many. Each is decided, hashed and chained as a command of its own would be; only the web and
 * the writer's queue are left out, so that a million of them take a minute. Nobody else may write meanwhile.
 */
export async function grow(past: JournalPast, town: Town, from: number, to: number, taking: Taking): Promise<void> {
  for (let entries = from; entries < to;) {
    for (const appendEnd = Math.min(entries + recordsOfAppend, to); entries < appendEnd; entries++) {
      const [provider, receiver] = twoOf(entries < busyEntries ? busyOf(town) : town.members);
      const input = {
        provider: provider.account,
        receiver: receiver.account,
        minutes: minutes(30),
        serviceDate: asLocalDate('2026-10-05'),
        hub: town.hub,
      };
      // The receiver's word alone posts it.
      past.decide({ name: 'LogExchange', input }, { person: receiver.person });
    }
    await taking.take(past.taken());
  }
}

/** The journal of a town as it stands. */
export async function journalOf(parts: Parts, { bank }: Town): Promise<JournalPast> {
  const keys = await parts.vault.keysOf([{ kind: 'bank', id: bank }]);
  const past = new Past(parts, journal, streamOf('journal', bank), keys);
  await past.read(parts);
  return past;
}

function twoOf(members: readonly TownMember[]): readonly [TownMember, TownMember] {
  const first = randomInt(members.length);
  const second = (first + 1 + randomInt(members.length - 1)) % members.length;
  const [one, other] = [members[first], members[second]];
  if (!one || !other) throw new Error('a town has members');
  return [one, other];
}
