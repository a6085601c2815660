import { asId, asLocalDate, minutes, type StagedExchange } from '#kernel';
import { chunkOf } from './chunks.js';

/** Everyone gives to the next: as many parties as exchanges. */
const exchanges = (count: number, noteLength = 0): readonly StagedExchange[] =>
  Array.from({ length: count }, (_, place) => ({
    line: place + 2,
    provider: place,
    receiver: place + 1,
    minutes: minutes(60),
    serviceDate: asLocalDate('2020-01-01'),
    hub: asId('00000000-0000-8000-8000-000000000001'),
    ...(noteLength === 0 ? {} : { note: 'x'.repeat(noteLength) }),
  }));

test.each([
  { asked: exchanges(0), taken: 0, why: 'there are no more' },
  { asked: exchanges(199), taken: 199, why: 'there are no more' },
  { asked: exchanges(200), taken: 200, why: 'that is what a command takes' },
  { asked: exchanges(201), taken: 200, why: 'that is what a command takes' },
  { asked: exchanges(200, 1), taken: 34, why: 'every record names the keys of all their parties' },
  { asked: exchanges(200, 4_500), taken: 24, why: 'their notes are long' },
])('of $asked.length, $taken go together: $why', ({ asked, taken }) => {
  expect(chunkOf(asked)).toHaveLength(taken);
});
