import { asLocalDate, minutes, streamOf } from '#kernel';
import { journal, type Journal, type JournalCommand, type JournalEvent } from '#ledger';
import type { Parts } from '../../apps/server/parts.js';
import { oneOf, otherThan } from '../asks/requests.js';
import type { Town, TownMember } from '../town.js';
import { Past } from './past.js';
import type { Taking } from './taking.js';

/** Records of one append: they may take 512 kB together. */
const recordsOfAppend = 300;
const groupSize = 10;
/** So many entries are among the close, and as many with the open, so that the statements of both fill a page in any history. */
const entriesOfGroup = 500;

export type JournalPast = Past<JournalCommand, JournalEvent, Journal>;

/** Members who exchange among themselves alone: a page of theirs names these few in a bank of ten as in one of 100,000. */
export function closeOf({ members }: Town): readonly TownMember[] {
  return members.slice(0, groupSize);
}

/** Members who exchange with anybody but the close: nearly every line of a page of theirs names another, however long the past. */
export function openOf({ members }: Town): readonly TownMember[] {
  return members.slice(groupSize, 2 * groupSize);
}

/** All but the close; in a bank of nobody else, these. */
export function othersOf({ members }: Town): readonly TownMember[] {
  return members.length > groupSize ? members.slice(groupSize) : members;
}

/**
 * From so many entries to so many. Each is decided, hashed and chained as a command of its own would be; only the web and
 * the writer's queue are left out, so that a million of them take a minute. Nobody else may write meanwhile.
 */
export async function grow(past: JournalPast, town: Town, from: number, to: number, taking: Taking): Promise<void> {
  for (let entries = from; entries < to;) {
    for (const appendEnd = Math.min(entries + recordsOfAppend, to); entries < appendEnd; entries++) {
      const [provider, receiver] = partiesOf(town, entries);
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

function partiesOf(town: Town, entry: number): readonly [TownMember, TownMember] {
  if (entry < entriesOfGroup) return twoOf(closeOf(town));
  const open = openOf(town);
  return entry < 2 * entriesOfGroup && open.length > 0 ? twoOf(open, othersOf(town)) : twoOf(othersOf(town));
}

function twoOf(members: readonly TownMember[], others = members): readonly [TownMember, TownMember] {
  const one = oneOf(members);
  return [one, otherThan(one, others)];
}
