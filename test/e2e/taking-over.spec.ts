import { eventually } from '#testing';
import { done, key, openBank, today, type Bank, type Member } from './bank.js';
import { as, type Asker, type UserError } from './server.js';
import { auth, someAddress, somewhere } from './signing-in.js';

interface Refused {
  readonly [verb: string]: { readonly userErrors: readonly UserError[] };
}

/** What a verb about a member's sign-in was refused with; none where it was done. */
async function refusals(who: Asker, verb: 'changeEmail' | 'issueSignInCode', more: object) {
  const Input = verb === 'changeEmail' ? 'ChangeEmailInput' : 'IssueSignInCodeInput';
  const document = `mutation M($input: ${Input}!) { ${verb}(input: $input) { userErrors { code field message } } }`;
  const { data } = await who.ask<Refused>(document, { input: { idempotencyKey: key(), ...more } });
  return data[verb]?.userErrors ?? [];
}
const codesOf = (errors: readonly UserError[]) => errors.map(({ code }) => code);

/** Comes back once everybody's views know of the role. */
async function holds(bank: Bank, person: Asker, role: object): Promise<string> {
  const input = { bank: bank.bank, person: person.id, from: today(), reason: 'Voto', ...role };
  const { position } = await done(bank.administrator, 'grantRole', 'grant { id }', input);
  await bank.administrator.ask('query W($p: String) { viewer(minPosition: $p) { id } }', { p: position });
  return position ?? '';
}

const newAddress = ({ account }: Member) => ({ member: account, email: someAddress('nuovo') });

let bank: Bank;
let dina: Member;
beforeAll(async () => {
  bank = await openBank('custodia');
  dina = await bank.admit('Dina Riva');
  await holds(bank, dina.asker, { role: 'COORDINATOR', hub: bank.hub });
}, 60_000);

describe('over a member who holds a role in the bank', () => {
  test('a coordinator neither prints a code nor changes the address; an administrator does', async () => {
    const auditor = await bank.admit('Piero Conti');
    expect(codesOf(await refusals(dina.asker, 'issueSignInCode', { member: auditor.account }))).toEqual([]);
    await holds(bank, auditor.asker, { role: 'AUDITOR' });

    const printing = await refusals(dina.asker, 'issueSignInCode', { member: auditor.account });
    expect(printing).toMatchObject([{ code: 'HOLDS_A_ROLE', message: expect.stringContaining('ruolo') as string }]);
    expect(codesOf(await refusals(dina.asker, 'changeEmail', newAddress(auditor)))).toEqual(['HOLDS_A_ROLE']);
    expect(codesOf(await refusals(bank.administrator, 'issueSignInCode', { member: auditor.account }))).toEqual([]);
    expect(codesOf(await refusals(bank.administrator, 'changeEmail', newAddress(auditor)))).toEqual([]);
  }, 60_000);

  test('a code on paper does not become the role: in its session the address stays', async () => {
    const auditor = await bank.admit('Nora Sala');
    const { signInCode } = await done<{ signInCode: { code: string; memberNumber: number } }>(
      bank.administrator,
      'issueSignInCode',
      'signInCode { code memberNumber }',
      { member: auditor.account },
    );
    const opened = await auth('token', { ...signInCode, hub: bank.hub }, { place: somewhere() });
    expect(opened.status).toBe(200);
    const narrow = await as(auditor.person, undefined, 'own');
    await holds(bank, auditor.asker, { role: 'AUDITOR' });
    await eventually(async () => {
      expect(codesOf(await refusals(narrow, 'changeEmail', { email: someAddress('nora') }))).toEqual(['CONSOLE_ONLY']);
    });
    expect(codesOf(await refusals(auditor.asker, 'changeEmail', { email: someAddress('nora') }))).toEqual([]);
  }, 60_000);

  test('nobody prints a code for themselves, an administrator neither', async () => {
    const input = { bank: bank.bank, hub: bank.hub, since: today(), person: bank.administrator.id };
    const { member } = await done<{ member: { id: string } }>(dina.asker, 'admitMember', 'member { id }', input);
    const own = { member: member.id };
    expect(codesOf(await refusals(bank.administrator, 'issueSignInCode', own))).toEqual(['OWN_ACCOUNT']);
    const administrator = await refusals(dina.asker, 'changeEmail', { ...own, email: someAddress('ada') });
    expect(codesOf(administrator)).toEqual(['HOLDS_A_ROLE']);
  }, 60_000);
});

describe('over a member whom another bank knows too', () => {
  test.each(['member', 'auditor'] as const)(
    'no keeper changes the address: there a %s',
    async (there) => {
      const other = await openBank(`altrove-${there}`);
      const carla = await bank.admit('Carla Bruni');
      expect(codesOf(await refusals(dina.asker, 'changeEmail', newAddress(carla)))).toEqual([]);
      const known = { bank: other.bank, hub: other.hub, since: today(), person: carla.asker.id };
      // A role that is not in force yet makes her known to the bank, and no more.
      await holds(other, carla.asker, { role: 'AUDITOR', from: there === 'auditor' ? today() : '2999-01-01' });
      if (there === 'member') await done(other.administrator, 'admitMember', 'member { id }', known);

      await eventually(async () => {
        expect(await refusals(dina.asker, 'changeEmail', newAddress(carla))).toMatchObject([
          { code: 'KNOWN_ELSEWHERE', field: 'member' },
        ]);
      });
      expect(codesOf(await refusals(bank.administrator, 'changeEmail', newAddress(carla)))).toEqual([
        'KNOWN_ELSEWHERE',
      ]);
      expect(codesOf(await refusals(carla.asker, 'changeEmail', { email: someAddress('carla') }))).toEqual([]);
    },
    60_000,
  );
});

test('the member and the auditors see that a code was printed and an address changed, nobody else does', async () => {
  const zeno = await bank.admit('Zeno Rossi');
  expect(codesOf(await refusals(dina.asker, 'issueSignInCode', { member: zeno.account }))).toEqual([]);
  expect(codesOf(await refusals(dina.asker, 'changeEmail', { member: zeno.account, email: 'nessuno' }))).toEqual([
    'EMAIL_INVALID',
  ]);
  const readings = `query R($id: ID!) { viewer { account(id: $id) {
    readings { edges { node { kind by byName member { id } } } } } } }`;
  const seenBy = async (who: Asker) => {
    const { data } = await who.ask<{
      viewer: { account: { readings: { edges: readonly { node: { kind: string } }[] } } | null };
    }>(readings, { id: zeno.account });
    return (data.viewer.account?.readings.edges ?? []).map(({ node }) => node).filter(({ kind }) => kind !== 'ACCOUNT');
  };
  const act = (kind: string) => ({ kind, by: dina.asker.id, byName: 'Dina Riva', member: { id: zeno.account } });
  expect(await seenBy(zeno.asker)).toEqual([act('CODE_PRINTED')]);
  expect(codesOf(await refusals(dina.asker, 'changeEmail', newAddress(zeno)))).toEqual([]);
  expect(await seenBy(zeno.asker)).toEqual([act('CONTACT_CHANGED'), act('CODE_PRINTED')]);
  expect(await seenBy(bank.administrator)).toEqual([act('CONTACT_CHANGED'), act('CODE_PRINTED')]);
  expect(await seenBy(dina.asker)).toEqual([]);
}, 60_000);

describe('who administers a network and keeps none of its banks', () => {
  const asked = `query N($network: ID!, $bank: ID!, $account: ID!) { viewer {
    networkBanks(network: $network) { id handle } hubs(network: $network) { id } banks { id }
    members(bank: $bank) { edges { node { displayName } } } trialBalance(bank: $bank) { accounts }
    account(id: $account) { balanceMinutes } } }`;
  const nothingOfIt = { banks: [], members: { edges: [] }, trialBalance: null, account: null };

  test('sees the banks and hubs, and no member and no hour of them; of another network not even the banks', async () => {
    const [ours, theirs] = [await openBank('retenostra'), await openBank('reteloro')];
    const gina = await ours.admit('Gina Sole');
    await holds(ours, gina.asker, { role: 'ADMINISTRATOR' });
    const grants = '{ viewer { banks { roles { id version person } } } }';
    interface Grants {
      readonly viewer: {
        readonly banks: readonly {
          readonly roles: readonly { readonly id: string; readonly version: number; readonly person: string }[];
        }[];
      };
    }
    const { data } = await ours.administrator.ask<Grants>(grants);
    const [own] = (data.viewer.banks[0]?.roles ?? []).filter(({ person }) => person === ours.administrator.id);
    await done(gina.asker, 'revokeRole', 'grant { id }', {
      grant: own?.id,
      reason: 'Fine',
      expectedVersion: own?.version,
    });

    const question = { network: ours.network, bank: ours.bank, account: gina.account };
    await eventually(async () => {
      const answer = await ours.administrator.ask(asked, question);
      expect(answer.data).toEqual({
        viewer: {
          ...nothingOfIt,
          networkBanks: [{ id: ours.bank, handle: expect.stringContaining('retenostra') as string }],
          hubs: [{ id: ours.hub }],
        },
      });
    });
    for (const stranger of [theirs.administrator, await as(ours.keeper, undefined, 'own')]) {
      expect((await stranger.ask(asked, question)).data).toMatchObject({
        viewer: { networkBanks: [], members: { edges: [] }, trialBalance: null, account: null },
      });
    }
  }, 60_000);
});
