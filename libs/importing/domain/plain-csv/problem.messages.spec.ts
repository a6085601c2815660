import { problem, problemCodes } from './problem.js';
import { problemMessages, sayProblem } from './problem.messages.js';

test('a sentence says the place first', () => {
  const wrong = problem('DATE_IMPOSSIBLE', { line: 12, column: 'data' }, { text: '31/02/2020' });
  expect(sayProblem(wrong, 'it')).toBe('Riga 12, colonna data: «31/02/2020» è un giorno che non esiste.');
  expect(sayProblem(wrong, 'en')).toBe('Line 12, column data: “31/02/2020” is a day that does not exist.');
  expect(sayProblem(problem('FILE_EMPTY'), 'en')).toBe('The file is empty.');
});

test.each(problemCodes)('%s needs the same facts in both languages', (code) => {
  const factsIn = (sentence: string): readonly string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort();
  const { it, en } = problemMessages[code];
  expect(factsIn(it)).toEqual(factsIn(en));
});
