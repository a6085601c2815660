import { Paging } from './paging.js';

function pagesOf(rows: number, tail: number): readonly number[] {
  const paging = new Paging({ first: 30, other: 50 });
  for (let row = 0; row < rows; row += 1) paging.add(10);
  return paging.pages(tail);
}

test.each([
  { rows: 0, tail: 20, pages: [0] },
  { rows: 1, tail: 20, pages: [1] },
  { rows: 3, tail: 0, pages: [3] },
  { rows: 4, tail: 0, pages: [3, 1] },
  { rows: 8, tail: 0, pages: [3, 5] },
  { rows: 9, tail: 0, pages: [3, 5, 1] },
])('$rows rows with $tail below them stand on $pages', ({ rows, tail, pages }) => {
  expect(pagesOf(rows, tail)).toEqual(pages);
});

test.each([
  { rows: 6, tail: 20, pages: [3, 3], what: 'fits by a hair' },
  { rows: 6, tail: 21, pages: [3, 1, 2], what: 'takes two rows along' },
  { rows: 2, tail: 11, pages: [1, 1], what: 'takes one of two along' },
  { rows: 1, tail: 21, pages: [1, 0], what: 'leaves the only row where it is' },
])('what comes after $rows rows $what', ({ rows, tail, pages }) => {
  expect(pagesOf(rows, tail)).toEqual(pages);
});

test('a row higher than a page has a page of its own', () => {
  const paging = new Paging({ first: 30, other: 50 });
  for (const height of [10, 80, 10]) paging.add(height);
  expect(paging.pages(0)).toEqual([1, 1, 1]);
});
