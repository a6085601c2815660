import { Forbidden, NotFound, NothingToChange, type StoreId } from '#kernel';
import { idOf } from '#testing';
import { journal } from './journal.definition.js';
import { bankOf, given } from './testing/given.js';
import { elsewhere, move } from './testing/keeping.js';
import { ada, by } from './testing/people.js';

const moved = (to: StoreId) => ({ type: 'JournalMoved', data: { to } }) as const;

test('a journal that was never moved is at home wherever it lies', () => {
  expect(journal.home?.(given(...bankOf()).state)).toBeUndefined();
});

test('once moved it is at home in the other store, and may move on or back', () => {
  const first = idOf<StoreId>('the first store');
  const scene = given(...bankOf());
  scene.when(move()).then({ event: moved(elsewhere), actor: { system: 'move-store' } });
  expect(journal.home?.(scene.state)).toBe(elsewhere);

  const back = given(...bankOf(), moved(elsewhere));
  back.when(move(first)).verdict('JournalMoved');
  expect(journal.home?.(back.state)).toBe(first);
});

test('the order of refusals: only the program that moves stores, and only to where it is not', () => {
  given()
    .when(move(elsewhere, by(ada)))
    .refuses(NotFound);
  const there = given(...bankOf(), moved(elsewhere));
  there.when(move(elsewhere, by(ada))).refuses(Forbidden);
  there.when(move(elsewhere, { system: 'network' })).refuses(Forbidden);
  there.when(move()).refuses(NothingToChange);
});
