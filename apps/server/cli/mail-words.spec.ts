import { deadLetterLines } from './mail-words.js';

const endedAt = new Date('2026-11-22T10:52:33.123Z');

test.each([
  [0, '0 mails wait. None was given up.'],
  [1, '1 mail waits. None was given up.'],
  [2, '2 mails wait. None was given up.'],
])('%i wait and none is dead', (waiting, line) => {
  expect(deadLetterLines(waiting, [])).toEqual([line]);
});

test('a dead letter is a line: when, of which kind, why, and by which id to try it again', () => {
  const letter = { id: 'a1', kind: 'code', putAt: endedAt, endedAt, reason: 'smtp 550' };
  expect(deadLetterLines(3, [letter])).toEqual([
    '3 mails wait. Given up, the oldest first:',
    '2026-11-22 10:52:33  code  smtp 550  a1',
  ]);
});
