import { StoreUnavailable } from '#kernel';
import { oneSentence } from './one-sentence.js';

const coded = (code: string) => Object.assign(new Error('something'), { code });

test.each([
  { cause: coded('ECONNREFUSED'), sentence: 'The database cannot be reached: start it, or set DATABASE_URL.' },
  { cause: new StoreUnavailable('away'), sentence: 'The database cannot be reached: start it, or set DATABASE_URL.' },
  { cause: coded('28P01'), named: '--to', sentence: 'The database refuses the password in --to.' },
  {
    cause: new AggregateError([coded('ECONNREFUSED')]),
    named: '--to',
    sentence: 'The database cannot be reached: start it, or set --to.',
  },
  { cause: coded('XX000'), sentence: undefined },
])('of $cause.message, whose address was written in $named: $sentence', ({ cause, named, sentence }) => {
  expect(oneSentence(cause, named)).toBe(sentence);
});
