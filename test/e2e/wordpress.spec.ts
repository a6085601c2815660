import { execFileSync } from 'node:child_process';
import { serverUrl } from './server.js';

const plugin = 'apps/widget/wordpress/banca-tempo.php';

interface WordPress {
  readonly locale?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly mayManage?: boolean;
  readonly do: readonly (readonly [what: 'shortcode' | 'save' | 'settings' | 'uninstall', given: object])[];
}

interface Left {
  readonly enqueued: Readonly<Record<string, { readonly source: string; readonly strategy: string }>>;
  readonly complaints: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly said: readonly string[];
}

/** The plugin itself, run by PHP between the few functions of WordPress that it calls. */
function inWordPress({ locale = 'it_IT', options = {}, mayManage = true, ...asked }: WordPress): Left {
  const input = JSON.stringify({ locale, options, mayManage, ...asked });
  const flags = ['-d', 'display_errors=stderr', '-d', 'error_reporting=E_ALL', 'test/wordpress/stub.php'];
  return JSON.parse(execFileSync('php', flags, { input, encoding: 'utf8' })) as Left;
}

/** PHP writes an empty list for a map without entries. */
const none = (map: object): boolean => Object.keys(map).length === 0;
const connected = () => ({ banca_tempo_server: serverUrl(), banca_tempo_hub: 'settimo-milanese' });

test('is PHP', () => {
  expect(execFileSync('php', ['-l', plugin], { encoding: 'utf8' })).toContain('No syntax errors detected');
});

test('the shortcode leaves the element’s place, loads our script once, and has a way for who runs none', async () => {
  const asked = { hub: 'opcafe.rho', lang: 'en', theme: 'auto', 'heading-level': '3', history: 'off' };
  const { said, enqueued } = inWordPress({
    options: connected(),
    do: [
      ['shortcode', asked],
      ['shortcode', {}],
    ],
  });
  expect(said).toEqual([
    `<div data-banca-tempo="opcafe.rho" data-lang="en" data-theme="auto" data-heading-level="3" data-history="off"></div><noscript><p><a href="${serverUrl()}/h/opcafe.rho">Apri la banca del tempo</a></p></noscript>`,
    `<div data-banca-tempo="settimo-milanese"></div><noscript><p><a href="${serverUrl()}/h/settimo-milanese">Apri la banca del tempo</a></p></noscript>`,
  ]);
  expect(Object.keys(enqueued)).toEqual(['banca-tempo']);
  const { source = '', strategy } = enqueued['banca-tempo'] ?? {};
  expect([(await fetch(source)).status, strategy]).toEqual([200, 'defer']);
});

test.each([
  ['it_IT', 'La banca del tempo non è ancora collegata a questa pagina.'],
  ['de_DE', 'The time bank is not connected to this page yet.'],
])('unconnected, or with a hub that is none, it says one sentence and loads nothing: %s', (locale, sentence) => {
  const bad = { hub: '"><script>alert(1)</script>' };
  for (const options of [{}, connected(), { ...connected(), banca_tempo_server: 'javascript:alert(1)' }]) {
    const { said, enqueued } = inWordPress({ locale, options, do: [['shortcode', bad]] });
    expect(said).toEqual([`<p>${sentence}</p>`]);
    expect(none(enqueued)).toBe(true);
  }
});

test('attributes that nobody offers are left out', () => {
  const asked = { lang: 'it" onclick="x', theme: 'pink', onload: 'x' };
  const { said } = inWordPress({ options: connected(), do: [['shortcode', asked]] });
  expect(said[0]).toMatch(/^<div data-banca-tempo="settimo-milanese"><\/div>/);
});

test('settings are kept as browsers write them, and what is none is refused with a sentence', () => {
  const { options, complaints } = inWordPress({
    do: [
      ['save', { banca_tempo_server: ' https://ore.example.org/ ', banca_tempo_hub: ' rho ' }],
      ['save', { banca_tempo_server: 'ore.example.org/percorso', banca_tempo_hub: 'Rho!' }],
      ['save', { banca_tempo_server: 'http://ore.example.org' }],
    ],
  });
  expect(options).toEqual({ banca_tempo_server: 'https://ore.example.org', banca_tempo_hub: 'rho' });
  expect(complaints).toEqual([
    'Scrivi l’indirizzo del server senza percorso: comincia con https://.',
    'Il nome breve ha lettere minuscole, cifre e trattini: hub, oppure rete.hub.',
    'Scrivi l’indirizzo del server senza percorso: comincia con https://.',
  ]);
});

test('the settings page escapes what is in them, names the origin to register, and is nobody else’s', () => {
  const options = { ...connected(), banca_tempo_hub: '"><b>x' };
  const [page = ''] = inWordPress({ options, do: [['settings', {}]] }).said;
  expect(page).toContain('value="&quot;&gt;&lt;b&gt;x"');
  expect(page).toContain('deve registrare l’indirizzo di questo sito: https://www.comune.example');
  expect(page).not.toContain('<b>');
  expect(inWordPress({ mayManage: false, do: [['settings', {}]] }).said).toEqual(['']);
});

test('uninstalled, it leaves nothing', () => {
  expect(none(inWordPress({ options: connected(), do: [['uninstall', {}]] }).options)).toBe(true);
});
