import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { asLocalDate, minutes, streamOf } from '#kernel';
import { journal } from '#ledger';
import type { Context } from '../../apps/server/context.js';
import type { Town, TownMember } from '../town.js';

const inFlight = 256;
const busyMembers = 10;
/** The first so many entries are between the busy ones, so that their statements fill a page in any history. */
const busyEntries = 500;

/** Those of a town whose statements are long enough to measure a page of. */
export function busyOf({ members }: Town): readonly TownMember[] {
  return members.slice(0, busyMembers);
}

/**
 * From so many entries to so many. Each is a command of its own: authorised, decided, hashed and durable as any other;
 * only the web is left out.
 */
export async function grow({ parts }: Context, town: Town, from: number, to: number): Promise<void> {
  const { bank, hub, members } = town;
  const stream = streamOf('journal', bank);
  let entries = from;
  const log = async (): Promise<void> => {
    while (entries < to) {
      entries += 1;
      const [provider, receiver] = twoOf(entries <= busyEntries ? busyOf(town) : members);
      const verdict = await parts.writers.submit(journal, {
        stream,
        command: {
          name: 'LogExchange',
          input: {
            provider: provider.account,
            receiver: receiver.account,
            minutes: minutes(30),
            serviceDate: asLocalDate('2026-10-05'),
            hub,
          },
        },
        actor: { person: receiver.person },
        key: randomBytes(12).toString('base64url'),
        correlation: randomUUID(),
      });
      if (!verdict.accepted) throw verdict.refusal;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, log));
}

function twoOf(members: readonly TownMember[]): readonly [TownMember, TownMember] {
  const first = randomInt(members.length);
  const second = (first + 1 + randomInt(members.length - 1)) % members.length;
  const [one, other] = [members[first], members[second]];
  if (!one || !other) throw new Error('a town has members');
  return [one, other];
}
