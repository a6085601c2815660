import { legibilityOf, ourColours, snippetOf, type Wanted } from './snippet.js';

const served = { server: 'https://ore.example.org', hash: 'abcdef', integrity: 'sha384-xyz' };
const wanted: Wanted = { hub: 'opcafe.rho', speaks: 'page', theme: 'light', colours: ourColours };

test('what nobody chose is left out', () => {
  expect(snippetOf(wanted, served)).toEqual({
    evergreen:
      '<banca-tempo hub="opcafe.rho"></banca-tempo>\n<script src="https://ore.example.org/embed/v1/banca-tempo.js" defer></script>',
    division:
      '<div data-banca-tempo="opcafe.rho"></div>\n<script src="https://ore.example.org/embed/v1/banca-tempo.js" defer></script>',
    pinned:
      '<banca-tempo hub="opcafe.rho"></banca-tempo>\n<script src="https://ore.example.org/embed/abcdef/banca-tempo.js" integrity="sha384-xyz" crossorigin="anonymous" defer></script>',
    policy: ['script-src https://ore.example.org', 'connect-src https://ore.example.org'],
    shortcode: '[banca_tempo hub="opcafe.rho"]',
  });
});

test('what was chosen is an attribute, of the element or of the div, and colours are lines of a style sheet', () => {
  const chosen = snippetOf(
    { ...wanted, speaks: 'en', theme: 'auto', colours: { ...ourColours, accent: '#7a3b00' } },
    served,
  );
  expect(chosen.evergreen).toMatch(/^<banca-tempo hub="opcafe.rho" lang="en" theme="auto"><\/banca-tempo>/);
  expect(chosen.division).toMatch(/^<div data-banca-tempo="opcafe.rho" data-lang="en" data-theme="auto"><\/div>/);
  expect(chosen.shortcode).toBe('[banca_tempo hub="opcafe.rho" lang="en" theme="auto"]');
  expect(chosen.style).toBe('banca-tempo,\n[data-banca-tempo] {\n  --tb-accent: #7a3b00;\n}');
});

test.each([
  { accent: '#767676', isEnough: true },
  { accent: '#777777', isEnough: false },
])('links of $accent on white are legible: $isEnough', ({ accent, isEnough }) => {
  expect(legibilityOf({ ...ourColours, accent }).map((each) => [each.pair, each.isEnough])).toEqual([
    ['text', true],
    ['links', isEnough],
    ['button', isEnough],
  ]);
});
