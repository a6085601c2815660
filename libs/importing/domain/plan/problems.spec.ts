import { problem } from '../plain-csv/problem.js';
import { Problems } from './problems.js';

test('the first fifty are kept, all are counted', () => {
  const problems = new Problems();
  for (let line = 1; line <= 51; line += 1) problems.add([problem('DURATION_ZERO', { line })]);
  expect([problems.count, problems.first.length, problems.first.at(-1)?.line]).toEqual([51, 50, 50]);
});
