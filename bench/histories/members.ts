import { randomUUID } from 'node:crypto';
import { asLocalDate, streamOf, type Append, type ImportActor, type ImportId, type PersonId } from '#kernel';
import { person } from '#membership';
import type { Parts } from '../../apps/server/parts.js';
import type { Town, TownMember } from '../town.js';
import type { JournalPast } from './grow.js';
import { Past } from './past.js';
import type { Taking } from './taking.js';

const membersAtOnce = 500;

/** Up to so many, as the import of a list leaves them: keys, each person's record and the journal's. Nobody else may write meanwhile. */
export async function addMembers(
  parts: Parts,
  past: JournalPast,
  town: Town,
  many: number,
  taking: Taking,
): Promise<Town> {
  const actor = { import: randomUUID() as string as ImportId, person: town.administrator };
  const members = [...town.members];
  while (members.length < many) {
    const newcomers = Array.from({ length: Math.min(membersAtOnce, many - members.length) }, (): TownMember => {
      const id = randomUUID() as string as PersonId;
      const input = { person: id, hub: town.hub, since: asLocalDate('2020-01-01'), channel: true };
      const [admitted] = past.decide({ name: 'AdmitMember', input }, actor);
      if (admitted?.type !== 'MemberAdmitted') throw new Error('an admission makes a member');
      return { person: id, account: admitted.data.account };
    });
    await parts.vault.ensureKeys(
      newcomers.flatMap((member) => [
        { kind: 'person', id: member.person },
        { kind: 'membership', id: member.account },
      ]),
    );
    for (const { person: id } of newcomers) await taking.take(await registered(parts, town, id, actor));
    await taking.take(past.taken());
    members.push(...newcomers);
  }
  return { ...town, members };
}

async function registered(parts: Parts, { bank }: Town, id: PersonId, actor: ImportActor): Promise<Append> {
  const stream = streamOf('person', id);
  const keys = await parts.vault.keysOf([{ kind: 'person', id }]);
  const texts = { name: 'Persona inventata' };
  const name = await parts.vault.seal(texts.name, keys, { stream, entity: id, field: 'name' });
  const past = new Past(parts, person, stream, keys);
  past.decide({ name: 'RegisterPerson', input: { language: 'it', askedBy: { bank } }, texts }, actor, { name });
  return past.taken();
}
