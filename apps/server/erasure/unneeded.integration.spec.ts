import { createHash } from 'node:crypto';
import { instant, streamOf, type AnyEvent, type BankId, type HubId, type PersonId, type SealedText } from '#kernel';
import { AdmitMemberCommand } from '#ledger';
import { AdmitPersonCommand, EraseUnneededCommand } from '#membership';
import { idOf } from '#testing';
import {
  accepted,
  ada,
  bankReady,
  commands,
  context,
  correlation,
  day,
  newcomer,
  opcafe,
  settings,
} from '../setting-up.example.js';
import { onDatabase } from './marked-names.example.js';
import { eraseUnneeded } from './upkeep.js';

const hourMs = 3_600_000;
const key = 'admitting-lucia';
let bank: BankId;
let hub: HubId;
beforeEach(async () => {
  ({ bank, hub } = await bankReady());
});

/** Who an admission under the key registers. */
function lucia(): PersonId {
  const { codec } = context.parts;
  return codec.newId(codec.commandId(streamOf('journal', bank), ada, key), 'person', 0) as PersonId;
}

/** As an admission left it that was cut off so long ago once the person was registered. */
async function registered(person: PersonId, hoursAgo: number, askedBy?: object): Promise<void> {
  const { vault, codec, store, clock } = context.parts;
  const stream = streamOf('person', person);
  const owner = { kind: 'person', id: person } as const;
  const keys = await vault.ensureKeys([owner]);
  const place = { stream, entity: person, field: 'name' };
  const name: SealedText = await vault.seal('Lucia Sala', keys, place);
  const event: AnyEvent = {
    type: 'PersonRegistered',
    data: { person, name, language: 'it', ...(askedBy && { askedBy }) },
  };
  const hash = createHash('sha256').update('asked before').digest('base64url');
  const record = codec.encode({
    stream,
    revision: 0,
    previous: new Uint8Array(32),
    recordedAt: instant(clock.now() - hoursAgo * hourMs),
    command: { id: codec.commandId(stream, ada, 'another'), hash, keys: [], index: 0, count: 1 },
    actor: { person: ada },
    correlation,
    event,
  });
  const verdict = await store.append({ stream, expectedRevision: -1, records: [record] });
  expect(verdict.status).toBe('appended');
  await context.parts.readModels.waitFor(await store.head());
}

async function admit() {
  const admission = { bank, who: { newcomer }, hub, since: day('2026-02-01'), channel: true };
  const event = accepted(await commands.execute(new AdmitPersonCommand(admission, { person: ada }, key, correlation)));
  if (event.type !== 'MemberAdmitted') throw new Error(event.type);
  await context.parts.readModels.waitFor(await context.parts.store.head());
  return event.data;
}

const upkeep = () => eraseUnneeded(context.parts, commands);

/** Which of their records there are, and whether their key lives. */
async function leftOf(person: PersonId): Promise<readonly string[]> {
  const { rows } = await onDatabase(settings.databaseUrl, (client) =>
    client.query<{ type: string }>(
      `select type from events.record where stream = $1
       union all select 'key' from keys.data_key where owner_id = $2 order by 1`,
      [streamOf('person', person), person],
    ),
  );
  return rows.map(({ type }) => type);
}

test.each([
  { hoursAgo: 23.9, left: ['PersonRegistered', 'key'] },
  { hoursAgo: 24, left: ['PersonErased', 'PersonRegistered'] },
])('whoever was registered $hoursAgo hours ago and came nowhere', async ({ hoursAgo, left }) => {
  const person = lucia();
  await registered(person, hoursAgo, { bank });
  await upkeep();
  expect(await leftOf(person)).toEqual(left);
  await upkeep();
  expect(await leftOf(person)).toEqual(left);
});

test('a network’s administrator stays, somebody whom it registered and never named does not', async () => {
  const never = idOf<PersonId>('never named');
  await registered(never, 25, { network: opcafe });
  await onDatabase(settings.databaseUrl, (client) =>
    client.query(`update read.person_contact_v1 set since = '2020-01-01T00:00:00.000Z'`),
  );
  await upkeep();
  expect(await leftOf(never)).not.toContain('key');
  expect(await leftOf(ada)).toEqual(['PersonRegistered', 'key']);
});

test('of whom no record says who asked, nobody can be asked: they stay', async () => {
  const person = idOf<PersonId>('registered long ago');
  await registered(person, 1_000);
  await upkeep();
  expect(await leftOf(person)).toEqual(['PersonRegistered', 'key']);
});

test('a member stays, as the journal says and no view need know yet', async () => {
  const person = idOf<PersonId>('admitted on the second day');
  await registered(person, 48, { bank });
  const command = { name: 'AdmitMember', input: { person, hub, since: day('2026-02-01'), channel: true } } as const;
  const asked = {
    stream: streamOf('journal', bank),
    command,
    actor: { person: ada },
    key: 'admitting-her',
    correlation,
  };
  accepted(await commands.execute(new AdmitMemberCommand(asked)));
  expect(await commands.execute(new EraseUnneededCommand(person, correlation))).toBe(false);
  expect(await leftOf(person)).toEqual(['PersonRegistered', 'key']);
});

test('an admission that is taken up again after a day is another person’s, whatever runs beside it', async () => {
  const first = lucia();
  await registered(first, 25, { bank });
  const [admitted] = await Promise.all([admit(), upkeep()]);
  await upkeep();
  expect(admitted.person).not.toBe(first);
  expect(await leftOf(admitted.person)).toEqual(['PersonRegistered', 'key']);
  expect(await leftOf(first)).toEqual(['PersonErased', 'PersonRegistered']);
  expect(await admit()).toEqual(admitted);
});
