import { NotFound, OutcomeUnknown, StoreUnavailable, TryAgain } from '#kernel';
import { kernelMessages } from './kernel.messages.js';
import { passingTrouble } from './store-trouble.js';
import { outcomeUnknown, unavailable } from './top-level-errors.js';

const coded = (code: string): Error => Object.assign(new Error('from the driver'), { code });

test.each([
  ['the store says it is away', new StoreUnavailable(), unavailable],
  ['nothing listens', coded('ECONNREFUSED'), unavailable],
  ['nothing listens on any address', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]), unavailable],
  ['the line is cut', coded('ECONNRESET'), unavailable],
  ['PostgreSQL is going down', coded('57P01'), unavailable],
  ['PostgreSQL is coming up', coded('57P03'), unavailable],
  ['PostgreSQL has no connection left', coded('53300'), unavailable],
  ['the driver lost its connection', new Error('Connection terminated unexpectedly'), unavailable],
  ['an answer was lost', new OutcomeUnknown(), outcomeUnknown],
  ['the queue is full', new TryAgain(), kernelMessages.TRY_AGAIN],
])('%s: the asker may try again', (_, trouble, words) => {
  expect(passingTrouble(trouble)).toMatchObject({ code: 'UNAVAILABLE', words });
});

test.each([
  ['a refusal that stays', new NotFound()],
  ['a wrong query', coded('42601')],
  ['a cancelled query', coded('57014')],
  ['one address refuses and another is a fault', new AggregateError([coded('ECONNREFUSED'), new Error('bug')])],
  ['a bug', new TypeError('undefined is not a function')],
  ['what is no error', 'ECONNREFUSED'],
])('%s is not', (_, trouble) => {
  expect(passingTrouble(trouble)).toBeUndefined();
});
