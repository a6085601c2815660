import { NotFound } from '#kernel';
import { asked, counterId, tally } from './tally.example.js';
import { add, stream, world } from './world.example.js';

const a = counterId(1);

test('what one view throws is its own asker’s: who looks at the same moment sees', async () => {
  const here = world().writers();
  await here.submit(tally, asked(add(a, 7)));
  const looks = await Promise.allSettled([
    here.look(tally, stream, () => {
      throw new NotFound();
    }),
    here.look(tally, stream, (state) => state.totals.get(a)),
  ]);
  expect(looks).toMatchObject([
    { status: 'rejected', reason: { code: 'NOT_FOUND' } },
    { status: 'fulfilled', value: 7 },
  ]);
});
