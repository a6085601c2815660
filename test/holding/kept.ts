import type { Town } from '../../bench/town.js';
import type { Asking } from './asking.js';
import { readBooks, sum, type Books } from './books.js';
import type { Work } from './work.js';
import type { World } from './world.js';

/**
 * After the work: every acknowledged exchange is in the journal exactly once and no other is; the records are whole; the
 * hours sum to zero; and what members and administrators are shown is what the records say.
 */
export async function expectKept(world: World, town: Town, work: Work, asking: Asking): Promise<Books> {
  const books = await readBooks(world.databaseUrl, town);
  expect(books.posted.toSorted()).toEqual([...work.acknowledged.values()].toSorted());
  expect(new Set(books.posted).size).toBe(books.posted.length);
  expect(sum(books.balances.values())).toBe(0);
  const trial = await asking.trial(town, work.lastPosition);
  expect(trial).toMatchObject({ sumMinutes: 0, entries: books.entries, whole: true });
  for (const member of town.members) {
    expect(await asking.balance(town, member, work.lastPosition)).toBe(books.balances.get(member.account) ?? 0);
  }
  return books;
}
