import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { asLocalDate, minutes, streamOf } from '#kernel';
import { journal } from '#ledger';
import type { Context } from '../../apps/server/context.js';
import type { Town, TownMember } from '../town.js';

const inFlight = 256;

/** Every entry is a command of its own: authorised, decided, hashed and durable as any other; only the web is left out. */
export async function grow({ parts }: Context, { bank, hub, members }: Town, entries: number): Promise<void> {
  const stream = streamOf('journal', bank);
  let left = entries;
  const log = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const [provider, receiver] = twoOf(members);
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
