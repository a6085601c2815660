import { settingsFrom } from './settings.js';

const database = { DATABASE_URL: 'postgresql://reciproca@127.0.0.1/reciproca' };

test('what is not set has its default', () => {
  expect(settingsFrom(database)).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    environment: 'development',
    masterKeyFile: expect.stringMatching(/\.data\/keys\/master\.key$/) as string,
  });
});

test('what is set counts, an empty one does not', () => {
  const settings = settingsFrom({ ...database, PORT: '5123', HOST: '', TOKEN_KEY_FILE: '/etc/reciproca/token.jwk' });
  expect(settings).toMatchObject({ port: 5123, host: '127.0.0.1', tokenKeyFile: '/etc/reciproca/token.jwk' });
});

test.each([
  { url: undefined, eventStoreUrl: undefined },
  { url: '', eventStoreUrl: undefined },
  { url: 'esdb://127.0.0.1:2113?tls=false', eventStoreUrl: 'esdb://127.0.0.1:2113?tls=false' },
  { url: 'postgres://a:b@books/books', eventStoreUrl: 'postgres://a:b@books/books' },
  { url: 'esdb+discover://a:b@cluster', eventStoreUrl: 'esdb+discover://a:b@cluster' },
])('the records are kept at $eventStoreUrl where EVENT_STORE_URL is $url', ({ url, eventStoreUrl }) => {
  expect(settingsFrom({ ...database, EVENT_STORE_URL: url }).eventStoreUrl).toBe(eventStoreUrl);
});

test.each([
  [{}, /^DATABASE_URL must be the address of a PostgreSQL database/],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must be/],
  [
    { ...database, EVENT_STORE_URL: 'http://127.0.0.1:2113' },
    /^EVENT_STORE_URL must be the address of an EventStoreDB/,
  ],
  [{ ...database, EVENT_STORE_URL: 'esdb://' }, /^EVENT_STORE_URL must be/],
  [{ ...database, PORT: 'eighty' }, /^PORT must be a port/],
  [{ ...database, PORT: '65536' }, /^PORT must be a port/],
  [{ ...database, PORT: '80.5' }, /^PORT must be a port/],
  [{ ...database, NODE_ENV: 'staging' }, /^NODE_ENV must be development, test or production/],
])('%j is refused with one sentence', (env, sentence) => {
  expect(() => settingsFrom(env)).toThrow(sentence);
});
