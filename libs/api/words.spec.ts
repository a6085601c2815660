import { inHours, say } from './words.js';

test.each([
  [0, '0 min'],
  [30, '30 min'],
  [60, '1 h'],
  [90, '1 h 30 min'],
  [-75, '-1 h 15 min'],
])('%i minutes are read as "%s"', (minutes, text) => {
  expect(inHours(minutes)).toBe(text);
});

test("a message takes its facts in the reader's language", () => {
  const message = { it: 'Dal {from}: {minutes}, {n}.', en: 'From {from}: {minutes}, {n}.' };
  const facts = { from: '2026-03-01', minutes: 90, n: 3 };
  expect(say(message, facts, 'it')).toBe('Dal 1 marzo 2026: 1 h 30 min, 3.');
  expect(say(message, facts, 'en')).toBe('From 1 March 2026: 1 h 30 min, 3.');
});

test('a fact that is not there leaves its place to be seen', () => {
  expect(say({ it: '{minutes}', en: '{minutes}' }, {}, 'it')).toBe('{minutes}');
});

test('a part whose fact is not for the reader is left out', () => {
  const message = { it: 'Basta.[ Restano {availableMinutes}.]', en: '' };
  expect(say(message, {}, 'it')).toBe('Basta.');
  expect(say(message, { availableMinutes: 45 }, 'it')).toBe('Basta. Restano 45 min.');
});
