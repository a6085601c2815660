import { categoryCode } from './category.js';

test.each([
  ['Cucina', 'cucina'],
  ['Cura dei bambini', 'cura-dei-bambini'],
  ['Attività all’aperto', 'attivita-all-aperto'],
  [' Orto / giardino ', 'orto-giardino'],
  ['???', ''],
])('%s is %s', (text, code) => {
  expect(categoryCode(text)).toBe(code);
});
