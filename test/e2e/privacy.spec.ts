import { opaqueId } from '#api';
import { authorizationOf, serverUrl, type Asker } from './server.js';
import { done, key, openBank, today, type Bank, type Member } from './bank.js';

let bank: Bank;
let carla: Member;
let lucia: Member;
beforeAll(async () => {
  bank = await openBank('privacy');
  carla = await bank.admit('Carla Bruni');
  lucia = await bank.admit('Lucia Sala');
}, 60_000);

const certificate = 'certificate { text html keyBackupsLapseOn records { bank number } }';
interface Erased {
  readonly certificate: {
    readonly text: string;
    readonly html: string;
    readonly records: readonly { readonly bank: string | null; readonly number: number }[];
  };
}

async function ask<Data>(asker: Asker, selection: string, position: string | null = null): Promise<Data> {
  const document = `query Q($p: String) { viewer(minPosition: $p) { ${selection} } }`;
  const { data, errors } = await asker.ask<{ viewer: Data }>(document, { p: position });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.viewer;
}

test('a notice is issued in words, read by everybody and acknowledged; consents are no until somebody says yes', async () => {
  const { network } = bank;
  const words = { from: today(), title: 'Informativa', text: 'Che cosa teniamo.', textInEnglish: 'What we keep.' };
  await done(bank.administrator, 'issuePrivacyNotice', 'notice { title }', {
    network,
    privacyNotice: '2026-2',
    ...words,
  });
  await done(lucia.asker, 'acknowledgeNotice', 'network', { network, privacyNotice: '2026-2' });
  const yes = { network, purpose: 'BEING_LISTED', given: true };
  await done(lucia.asker, 'setConsent', 'network', yes);
  const { position } = await done(lucia.asker, 'setConsent', 'network', { ...yes, given: false });

  const selection = `privacyNotice(network: "${network}") { privacyNotice title text }
    privacy { consents { purpose given } records { subject kind how } }`;
  expect(await ask(lucia.asker, selection, position)).toEqual({
    privacyNotice: { privacyNotice: '2026-2', title: 'Informativa', text: 'Che cosa teniamo.' },
    privacy: {
      consents: [{ purpose: 'BEING_LISTED', given: false }],
      records: [
        { subject: '2026-2', kind: 'acknowledged', how: 'screen' },
        { subject: 'being-listed', kind: 'given', how: 'screen' },
        { subject: 'being-listed', kind: 'withdrawn', how: 'screen' },
      ],
    },
  });
});

test('a consent is given to a network of one’s own, and to another as little as to one that there is not', async () => {
  const other = await openBank('consents');
  const unknown = opaqueId('network', crypto.randomUUID());
  for (const network of [other.network, unknown]) {
    const yes = { network, purpose: 'BEING_LISTED', given: true };
    await expect(done(lucia.asker, 'setConsent', 'network', yes)).rejects.toThrow('NOT_FOUND');
    const paper = { ...yes, member: lucia.account, document: 'A-18' };
    await expect(done(bank.administrator, 'setConsent', 'network', paper)).rejects.toThrow('NOT_FOUND');
  }
  const paper = {
    network: bank.network,
    purpose: 'BEING_LISTED',
    given: true,
    member: lucia.account,
    document: 'A-18',
  };
  await done(bank.administrator, 'setConsent', 'network', paper);
}, 60_000);

test('at a desk it is the number of the paper that counts, and only who keeps the member has it', async () => {
  const { network } = bank;
  const paper = { network, privacyNotice: '2026-2', member: carla.account, document: 'A-17' };
  await done(bank.administrator, 'acknowledgeNotice', 'network', paper);
  await expect(done(lucia.asker, 'acknowledgeNotice', 'network', paper)).rejects.toThrow('FORBIDDEN');
  const none = { network, purpose: 'BEING_LISTED', given: true, member: carla.account, document: 'foglio' };
  await expect(done(bank.administrator, 'setConsent', 'network', none)).rejects.toThrow('DOCUMENT_NUMBER_INVALID');
});

test('everybody takes their own data along, once a minute, and nobody without signing in', async () => {
  const authorization = await authorizationOf(lucia.person);
  const fetched = () => fetch(`${serverUrl()}/me/export.zip`, { headers: { authorization } });
  const first = await fetched();
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(
    Buffer.from(await first.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  const second = await fetched();
  expect([second.status, await second.text()]).toEqual([429, expect.stringContaining('RATE_LIMITED')]);
  const stranger = await fetch(`${serverUrl()}/me/export.zip`);
  expect([stranger.status, await stranger.text()]).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
});

test('who is erased is nobody, whoever looks; what was open was said first', async () => {
  const claim = await done<{ exchange: { id: string } }>(carla.asker, 'logExchange', 'exchange { id }', {
    provider: carla.account,
    receiver: lucia.account,
    minutes: 60,
    serviceDate: today(),
    hub: bank.hub,
  });
  await expect(done(carla.asker, 'eraseMe', certificate, { confirmation: 'CANCELLA' })).rejects.toThrow(
    'MEMBER_STILL_BOUND',
  );
  await done(lucia.asker, 'confirmExchange', 'exchange { id }', { exchange: claim.exchange.id });
  await expect(done(carla.asker, 'eraseMe', certificate, { confirmation: 'sì' })).rejects.toThrow(
    'ERASURE_NOT_CONFIRMED',
  );

  const input = { confirmation: 'CANCELLA', idempotencyKey: key() };
  const erased = await done<Erased>(carla.asker, 'eraseMe', certificate, input);
  expect(erased.certificate.records).toEqual([
    { bank: bank.bank, number: expect.any(Number) as number },
    { bank: null, number: expect.any(Number) as number },
  ]);
  expect(erased.certificate.text).toContain('Certificato di cancellazione');
  expect(erased.certificate.html).not.toContain('Carla');

  const statement = `account(id: "${lucia.account}") { balanceMinutes statement(first: 1) { edges { node { other { displayName } } } } }`;
  expect(JSON.stringify(await ask(lucia.asker, statement, erased.position))).toContain('Socio cancellato');
  const listed = await ask<{ erasures: readonly object[] }>(
    bank.administrator,
    `erasures(bank: "${bank.bank}") { account ground }`,
    erased.position,
  );
  expect(listed.erasures).toEqual([{ account: carla.account, ground: 'own-wish' }]);
  const hers = await ask<{ erasures: readonly object[] }>(lucia.asker, `erasures(bank: "${bank.bank}") { account }`);
  expect(hers.erasures).toEqual([]);
});

test('an administrator erases on paper, and hears nothing of another bank', async () => {
  const other = await openBank('elsewhere');
  const paper = { account: lucia.account, ground: 'SIGNED_WISH', document: '12/2026' };
  await expect(done(other.administrator, 'eraseMember', certificate, paper)).rejects.toThrow('NOT_FOUND');
  const erased = await done<Erased>(bank.administrator, 'eraseMember', certificate, paper);
  expect(erased.certificate.records).toHaveLength(2);
}, 60_000);
