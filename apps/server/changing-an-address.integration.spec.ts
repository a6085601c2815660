import { inPerson, type AccountId, type Asker, type BankId, type HubId, type PersonId } from '#kernel';
import { AdmitPersonCommand, ChangeEmailCommand } from '#membership';
import { idOf } from '#testing';
import {
  accepted,
  ada,
  bankReady,
  codeOf,
  commands,
  context,
  correlation,
  day,
  persons,
} from './setting-up.example.js';

interface Known {
  readonly bank: BankId;
  readonly account: AccountId;
  readonly person: PersonId;
}

const former = 'lucia@example.org';

async function admitted(bank: BankId, hub: HubId, name: string, email: string | undefined = former): Promise<Known> {
  const newcomer = { displayName: name, language: 'it' as const, ...(email !== '' && { email }) };
  const admission = { bank, who: { newcomer }, hub, since: day('2026-02-01'), channel: true };
  const key = `admitting-${name.replace(' ', '-')}`;
  const event = accepted(await commands.execute(new AdmitPersonCommand(admission, { person: ada }, key, correlation)));
  if (event.type !== 'MemberAdmitted') throw new Error(event.type);
  const { account, person } = event.data;
  return { bank, account, person };
}

function change(asker: Asker, email: string, member?: Known, key = 'changing-address') {
  return commands.execute(new ChangeEmailCommand(email, member, asker, key, correlation));
}

const waiting = async () => (await context.parts.outbox.counts()).waiting;

describe('whose an address is', () => {
  test('upper and lower case are one; an address that nobody has is nobody’s', async () => {
    const { bank, hub } = await bankReady();
    const lucia = await admitted(bank, hub, 'Lucia Sala');
    const { contacts } = context.parts;
    expect(await contacts.withAddress(' LUCIA@example.org ')).toEqual({
      person: lucia.person,
      email: 'LUCIA@example.org',
      language: 'it',
      isShared: false,
    });
    expect(await contacts.withAddress('luci@example.org')).toBeUndefined();
    expect(await contacts.of(lucia.person)).toEqual({ person: lucia.person, email: former, language: 'it' });
    expect(await contacts.of(ada)).toBeUndefined();
    expect(await contacts.of(idOf('nobody'))).toBeUndefined();
  });

  test('of several who share it, it is the one’s who has had it longest', async () => {
    const { bank, hub } = await bankReady();
    const lucia = await admitted(bank, hub, 'Lucia Sala');
    const carla = await admitted(bank, hub, 'Carla Sala');
    const { contacts } = context.parts;
    expect(await contacts.withAddress(former)).toMatchObject({ person: lucia.person, isShared: true });
    accepted(await change(inPerson(lucia.person), 'lucia.sala@example.org'));
    expect(await contacts.withAddress(former)).toMatchObject({ person: carla.person, isShared: false });
    accepted(await change(inPerson(lucia.person), former, undefined, 'changing-it-back'));
    expect(await contacts.withAddress(former)).toMatchObject({ person: carla.person });
  });

  test('it stands in no table of the views', async () => {
    const { bank, hub } = await bankReady();
    await admitted(bank, hub, 'Lucia Sala');
    const { store, readModels } = context.parts;
    await readModels.waitFor(await store.head());
    const rows = await readModels.everything('select * from read.person_contact', []);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('example.org');
  });
});

describe('changing an address', () => {
  test('everybody changes their own, and the address of before is told once', async () => {
    const { bank, hub } = await bankReady();
    const lucia = await admitted(bank, hub, 'Lucia Sala');
    const changed = await change(inPerson(lucia.person), ' new@example.org ');
    expect(accepted(changed)).toMatchObject({ type: 'EmailChanged' });
    expect(await change(inPerson(lucia.person), ' new@example.org ')).toEqual(changed);
    expect(await context.parts.contacts.of(lucia.person)).toMatchObject({ email: 'new@example.org' });
    expect(await context.parts.contacts.withAddress('new@example.org')).toMatchObject({ person: lucia.person });
    expect(await context.parts.contacts.withAddress(former)).toBeUndefined();
    expect(await waiting()).toBe(1);
  });

  test('whoever keeps the bank changes a member’s, and the address of before is told once', async () => {
    const { bank, hub } = await bankReady();
    const lucia = await admitted(bank, hub, 'Lucia Sala');
    const changed = await change(inPerson(ada), 'new@example.org', lucia);
    expect(changed).toMatchObject({ accepted: true, records: [{ actor: { person: ada, grant: { revision: 0 } } }] });
    expect(await change(inPerson(ada), 'new@example.org', lucia)).toEqual(changed);
    expect(await waiting()).toBe(1);
    expect(await context.parts.outbox.forget(lucia.person)).toBe(1);
  });

  test('where there was none, nobody is told', async () => {
    const { bank, hub } = await bankReady();
    const lucia = await admitted(bank, hub, 'Lucia Sala', '');
    accepted(await change(inPerson(ada), 'new@example.org', lucia));
    expect(await waiting()).toBe(0);
  });

  test.each([
    ['what is no address', 'new@example', 'EMAIL_INVALID'],
    ['the same address', 'Lucia@Example.org', 'NOTHING_TO_CHANGE'],
  ])('%s is refused, and nobody is told', async (_what, email, code) => {
    const { bank, hub } = await bankReady();
    const lucia = await admitted(bank, hub, 'Lucia Sala');
    expect(codeOf(await change(inPerson(ada), email, lucia))).toMatchObject({ code });
    expect(await waiting()).toBe(0);
    expect(await persons()).not.toContain('EmailChanged');
  });

  test.each<[string, (lucia: Known, carla: Known) => Asker, string]>([
    ['another member', (_, carla) => inPerson(carla.person), 'FORBIDDEN'],
    ['a stranger', () => inPerson(idOf('stranger')), 'NOT_FOUND'],
    ['an administrator in a session with own rights alone', () => ({ person: ada, powers: 'own' }), 'NOT_FOUND'],
  ])('%s changes nobody’s', async (_who, askerOf, code) => {
    const { bank, hub } = await bankReady();
    const lucia = await admitted(bank, hub, 'Lucia Sala');
    const carla = await admitted(bank, hub, 'Carla Neri', 'carla@example.org');
    expect(codeOf(await change(askerOf(lucia, carla), 'new@example.org', lucia))).toMatchObject({ code });
    expect(await waiting()).toBe(0);
  });
});
