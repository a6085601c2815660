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

test('rates have a default that nobody meets, and proxies are named', () => {
  expect(settingsFrom(database)).toMatchObject({
    rates: { personPerMinute: 1_200, strangersPerMinute: 600 },
    trustedProxies: [],
  });
  const set = {
    OPERATIONS_PER_MINUTE: '0',
    STRANGER_OPERATIONS_PER_MINUTE: '60',
    TRUSTED_PROXIES: '10.0.0.1,10.0.0.2',
  };
  expect(settingsFrom({ ...database, ...set })).toMatchObject({
    rates: { personPerMinute: 0, strangersPerMinute: 60 },
    trustedProxies: ['10.0.0.1', '10.0.0.2'],
  });
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

test('mails go out where a mail server is set, and from the address that is set', () => {
  const smtp = { SMTP_URL: 'smtps://a:b@mail.example.org', MAIL_FROM: 'banca@example.org' };
  expect(settingsFrom(database).smtp).toBeUndefined();
  expect(settingsFrom({ ...database, ...smtp }).smtp).toEqual({ url: smtp.SMTP_URL, from: smtp.MAIL_FROM });
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
  [{ ...database, OPERATIONS_PER_MINUTE: '-1' }, /^OPERATIONS_PER_MINUTE must be a whole number, 0 for no limit/],
  [{ ...database, STRANGER_OPERATIONS_PER_MINUTE: 'many' }, /^STRANGER_OPERATIONS_PER_MINUTE must be a whole number/],
  [{ ...database, SMTP_URL: 'mail.example.org' }, /^SMTP_URL must be the address of a mail server/],
  [{ ...database, SMTP_URL: 'smtp://mail.example.org' }, /^MAIL_FROM must be the e-mail address/],
  [{ ...database, MAIL_FROM: 'Banca <banca@example.org>' }, /^MAIL_FROM must be/],
  [{ ...database, PUBLIC_URL: 'banca.example' }, /^PUBLIC_URL must be where browsers find this server/],
  [{ ...database, PUBLIC_URL: 'https://banca.example/' }, /^PUBLIC_URL must be/],
  [{ ...database, OIDC_PROVIDERS_FILE: '/etc/reciproca/providers.json' }, /^PUBLIC_URL must be/],
  [{ ...database, NODE_ENV: 'staging' }, /^NODE_ENV must be development, test or production/],
])('%j is refused with one sentence', (env, sentence) => {
  expect(() => settingsFrom(env)).toThrow(sentence);
});
