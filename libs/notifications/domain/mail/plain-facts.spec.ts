import { plainFacts, shortened } from './plain-facts.js';

test.each([
  ['Lucia\r\nBcc: x', 'Lucia Bcc: x'],
  ['Lucia\u2029Sala', 'Lucia Sala'],
  ['\u202eaicuL', 'aicuL'],
  ['Lucia \u0007', 'Lucia'],
  ['Nicolò 👩‍👧', 'Nicolò 👩‍👧'],
])('%j becomes %j', (given, plain) => {
  expect(plainFacts({ name: given })).toEqual({ name: plain });
});

test.each([
  ['a'.repeat(60), 'a'.repeat(60)],
  ['a'.repeat(61), `${'a'.repeat(59)}…`],
  ['🌻'.repeat(60), '🌻'.repeat(60)],
  [`${'a'.repeat(58)} bc`, `${'a'.repeat(58)}…`],
])('of %j sixty characters are shown', (text, shown) => {
  expect(shortened(text, 60)).toBe(shown);
});
