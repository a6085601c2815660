import type { Throttled } from '../domain/throttle.rules.js';
import { Seldom, placeOf } from './seldom.js';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', ':0:0:0'],
])('%s is counted as %s', (ip, place) => {
  expect(placeOf(ip)).toBe(place);
});

test('the longest wait is said, in seconds for programs and in minutes for people', async () => {
  const waits: Partial<Record<Throttled, number>> = { address: 61, place: 5 };
  const taken: Throttled[] = [];
  const seldom = new Seldom({
    take: (throttled) => {
      taken.push(throttled);
      return Promise.resolve(waits[throttled]);
    },
    look: () => Promise.resolve(undefined),
  });
  const asked = seldom.take(['address', 'a'], ['place', 'b'], ['hub', 'c']);
  await expect(asked).rejects.toMatchObject({ code: 'ASKED_TOO_OFTEN', facts: { waitSeconds: 61, waitMinutes: 2 } });
  expect(taken).toEqual(['address', 'place', 'hub']);
  await expect(seldom.take(['hub', 'c'])).resolves.toBeUndefined();
});
