import { eventually } from '#testing';
import { done, openBank, type Bank } from './bank.js';
import { mailTo } from './mails.js';
import { post, serverUrl } from './server.js';
import { admitWithEmail, auth, someAddress, somewhere } from './signing-in.js';

let bank: Bank;
let handle: string;
beforeAll(async () => {
  bank = await openBank('sportello');
  ({ handle } = await hub());
}, 60_000);

interface ShownHub {
  readonly id: string;
  readonly handle: string;
  readonly version: number;
}

function hub(): Promise<ShownHub> {
  return eventually(async () => {
    const { data } = await bank.administrator.ask<{ viewer: { hubs: readonly ShownHub[] } }>(
      'query H($n: ID!) { viewer { hubs(network: $n) { id handle version } } }',
      { n: bank.network },
    );
    const found = data.viewer.hubs.find(({ id }) => id === bank.hub);
    if (!found) throw new Error('not visible yet');
    return found;
  });
}

async function door(language: string): Promise<unknown> {
  const query = 'query D($hub: String!) { hubDoor(hub: $hub) { deskHours phone providers { name } } }';
  const asked = JSON.stringify({ query, variables: { hub: handle } });
  const answer = await post(asked, { 'accept-language': language });
  return ((await answer.json()) as { readonly data: { readonly hubDoor: unknown } }).data.hubDoor;
}

const page = (path: string, language = 'it') =>
  fetch(`${serverUrl()}/h/${path}`, { headers: { 'accept-language': language } });

test('whoever stands before a hub reads when its desk is open and its number, in their own language', async () => {
  await eventually(async () => expect(await door('it')).toEqual({ deskHours: null, phone: null, providers: [] }));
  const email = 'sportello@hub.example';
  const desk = { hours: 'mar e gio 15:00–18:00', hoursInEnglish: 'Tue and Thu 15:00–18:00', phone: '02 0000 0000' };
  const { version } = await hub();
  const input = { network: bank.network, hub: bank.hub, expectedVersion: version, ...desk, email };
  await done(bank.administrator, 'setHubDesk', 'hub { id deskHours phone }', input);
  const shown = { phone: desk.phone, providers: [] };
  await eventually(async () => expect(await door('it')).toEqual({ ...shown, deskHours: desk.hours }));
  expect(await door('en')).toEqual({ ...shown, deskHours: desk.hoursInEnglish });
  expect(await (await page(`${handle}/accessibility`)).text()).toContain(
    'Serve aiuto? Sportello Hub di sportello · mar e gio 15:00–18:00 · 02 0000 0000',
  );

  const address = someAddress('pia');
  await admitWithEmail(bank, 'Pia Neri', address);
  await auth('code', { address, hub: bank.hub }, { place: somewhere() });
  const mail = await mailTo(address, /^Il tuo codice/);
  expect(mail).toMatchObject({ replyTo: email, from: 'Banca di sportello' });
  expect(mail.text.replace(/\s+/g, ' ')).toContain('Serve aiuto? Sportello Hub di sportello, 02 0000 0000.');
}, 20_000);

test('the privacy notice of a network is there for everybody, in its own words', async () => {
  expect(await (await page(`${handle}/privacy`)).text()).toContain('L’informativa non è ancora qui.');
  const text = 'Teniamo <nome> e ore.\n\nNiente altro.';
  const notice = { privacyNotice: '2026-9', from: '2026-03-01', title: 'Informativa', text, titleInEnglish: 'Notice' };
  await done(bank.administrator, 'issuePrivacyNotice', 'notice { title }', { network: bank.network, ...notice });
  await eventually(async () => {
    const shown = await (await page(`${handle}/privacy`)).text();
    expect(shown).toContain('<h1>Informativa</h1>');
    expect(shown).toContain('<p>Teniamo &lt;nome&gt; e ore.</p>\n<p>Niente altro.</p>');
    expect(shown).toContain('Vale dal 1 marzo 2026.');
  });
  expect(await (await page(`${handle}/privacy`, 'en')).text()).toContain('<h1>Notice</h1>');
});

test.each(['privacy', 'accessibility'])('a hub that nobody knows has no page on %s', async (name) => {
  expect((await page(`nessuno/${name}`)).status).toBe(404);
});
