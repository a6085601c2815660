import { wrapped } from './wrapping.js';

/** Every sign is one wide. */
const widthOf = (text: string): number => text.length;

test.each([
  { text: 'Carla Ferri', lines: ['Carla Ferri'] },
  { text: 'Carla Ferrini', lines: ['Carla', 'Ferrini'] },
  { text: 'Maria Luisa dei Conti', lines: ['Maria Luisa', 'dei Conti'] },
  { text: 'Sottosegretariato', lines: ['Sottosegret', 'ariato'] },
  { text: 'di Sottosegretariato alla', lines: ['di', 'Sottosegret', 'ariato alla'] },
  { text: '12\u00a0h\u00a015\u00a0min cr.', lines: ['12\u00a0h\u00a015\u00a0min', 'cr.'] },
  { text: '', lines: [''] },
])('$text stands on lines of eleven signs', ({ text, lines }) => {
  expect(wrapped(text, 11, widthOf)).toEqual(lines);
});

test('a line too narrow for one sign holds one sign', () => {
  expect(wrapped('abc', 0, widthOf)).toEqual(['a', 'b', 'c']);
});
