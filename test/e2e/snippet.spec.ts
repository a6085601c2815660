import { eventually } from '#testing';
import { openBank, type Bank } from './bank.js';
import { registerOrigins } from './registered-origins.js';
import { serverUrl } from './server.js';

let bank: Bank;
let hub: string;
beforeAll(async () => {
  bank = await openBank('codice');
  hub = await eventually(async () => {
    const asked = 'query H($network: ID!) { viewer { hubs(network: $network) { id handle } } }';
    const { data } = await bank.administrator.ask<{
      viewer: { hubs: readonly { readonly id: string; readonly handle: string }[] };
    }>(asked, { network: bank.network });
    const found = data.viewer.hubs.find(({ id }) => id === bank.hub);
    if (!found) throw new Error('the hub is not in its network yet');
    return found.handle;
  });
  // Whose bank it is stands in a record of its own, after the hub's.
  await eventually(async () => {
    if (copied(await pageFor({ hub })).length === 0) throw new Error('no bank keeps the hub yet');
  });
}, 30_000);

const ask = (query: Readonly<Record<string, string>>) =>
  fetch(`${serverUrl()}/embed?${new URLSearchParams(query).toString()}`);
const pageFor = async (query: Readonly<Record<string, string>>): Promise<string> => (await ask(query)).text();

/** What stands in the boxes to copy from, as it is copied. */
function copied(page: string): readonly string[] {
  return [...page.matchAll(/<code>([^]*?)<\/code>/g)].map(([, code = '']) =>
    code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );
}

test('a webmaster gets the code, one version of it that is served under its integrity, and the policy', async () => {
  const [evergreen = '', division = '', pinned = '', , policy = ''] = copied(await pageFor({ hub, lang: 'en' }));
  expect(evergreen.split('\n')).toEqual([
    `<banca-tempo hub="${hub}"></banca-tempo>`,
    `<script src="${serverUrl()}/embed/v1/banca-tempo.js" defer></script>`,
  ]);
  expect(division).toContain(`<div data-banca-tempo="${hub}"></div>`);
  expect(policy).toBe(`script-src ${serverUrl()}\nconnect-src ${serverUrl()}`);
  const [, address = ''] = /src="([^"]+)" integrity="sha384-/.exec(pinned) ?? [];
  expect((await fetch(address)).headers.get('cache-control')).toContain('immutable');
});

test('a page is told whether it may ask, and whom to ask for it', async () => {
  const page = 'https://www.comune.codice.example/servizi/ore';
  expect(await pageFor({ hub, page })).toContain('https://www.comune.codice.example non è ancora registrato');
  await registerOrigins(bank, ['https://www.comune.codice.example']);
  expect(await pageFor({ hub, page })).toContain('https://www.comune.codice.example è registrato per questo hub');
  expect(await pageFor({ hub, page: 'javascript:alert(1)' })).toContain('Questo non è un indirizzo di una pagina');
}, 30_000);

test('an unknown hub is said beside its field, and nothing can be copied', async () => {
  const page = await pageFor({ hub: 'nessuno' });
  expect(page).toContain('Nessun hub si chiama «nessuno»');
  expect(copied(page)).toEqual([]);
});

test('colours are told in words, by the test that the client makes', async () => {
  const page = await pageFor({ hub, accent: '#ffcc00' });
  expect(page).toContain('Link sul fondo: 1,5 a 1, si legge male.');
  expect(page).toContain('Testo sul fondo: 17,4 a 1, si legge.');
  expect(copied(page)[1]).toContain('--tb-accent: #ffcc00;');
});

test('whatever is typed stays text, and the page lets in nothing but itself', async () => {
  const answer = await ask({ hub: '"><script>alert(1)</script>', page: '"><b>', text: 'red;}' });
  const page = await answer.text();
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('<b>');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});
