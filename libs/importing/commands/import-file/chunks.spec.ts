import { asId, asLocalDate, minutes, type StagedExchange } from '#kernel';
import { chunkNotesMax, chunkOf } from './chunks.js';

const exchanges = (count: number, noteLength = 0): readonly StagedExchange[] =>
  Array.from({ length: count }, (_, place) => ({
    line: place + 2,
    provider: 0,
    receiver: 1,
    minutes: minutes(60),
    serviceDate: asLocalDate('2020-01-01'),
    hub: asId('00000000-0000-8000-8000-000000000001'),
    ...(noteLength === 0 ? {} : { note: 'x'.repeat(noteLength) }),
  }));

test.each([
  { asked: exchanges(0), taken: 0 },
  { asked: exchanges(199), taken: 199 },
  { asked: exchanges(200), taken: 200 },
  { asked: exchanges(201), taken: 200 },
  { asked: exchanges(200, chunkNotesMax / 200), taken: 200 },
  { asked: exchanges(200, chunkNotesMax / 200 + 1), taken: 198 },
  { asked: exchanges(2, chunkNotesMax + 1), taken: 1 },
])('of $asked.length, $taken go together', ({ asked, taken }) => {
  expect(chunkOf(asked)).toHaveLength(taken);
});
