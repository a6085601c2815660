import { join, resolve } from 'node:path';
import { startChild, type Child } from '../../bench/child.js';
import { done, openBank, today } from '../e2e/bank.js';
import { strangersLearnNothing } from '../e2e/strangers.js';
import { startTestPostgres } from '../setup/test-postgres.mjs';

const project = resolve(import.meta.dirname, '../..');

let server: Child;
let stopPostgres: () => Promise<void>;
beforeAll(async () => {
  const { folder, postgres, stop } = await startTestPostgres({ temporary: false });
  stopPostgres = stop;
  const env = { DATABASE_URL: postgres.databaseUrl, DATA_DIR: join(folder, 'data'), NODE_ENV: 'production', PORT: '0' };
  server = await startChild(join(project, 'dist/apps/server/main.js'), env, /http:\/\/127\.0\.0\.1:\d+/, [
    '--import',
    join(import.meta.dirname, 'without-checks.mjs'),
  ]);
  process.env['SERVER_URL'] = server.url;
  process.env['SERVER_DATA_DIR'] = env.DATA_DIR;
  process.env['SERVER_DATABASE_URL'] = env.DATABASE_URL;
}, 120_000);
afterAll(async () => {
  await server.kill();
  await stopPostgres();
}, 30_000);

/** Of the books, which are not a member's to see, the database alone lets the member's own account through. */
test('the checks of the application are off', async () => {
  const bank = await openBank('unchecked');
  const [gina, tea] = [await bank.admit('Gina Riva'), await bank.admit('Tea Conti')];
  const { position } = await done(gina.asker, 'logExchange', 'exchange { id }', {
    provider: gina.account,
    receiver: tea.account,
    minutes: 60,
    serviceDate: today(),
    hub: bank.hub,
  });
  const { data } = await gina.asker.ask<object>(
    'query T($bank: ID!, $p: String) { viewer(minPosition: $p) { trialBalance(bank: $bank) { accounts whole } } }',
    { bank: bank.bank, p: position },
  );
  expect(data).toEqual({ viewer: { trialBalance: { accounts: 1, whole: false } } });
}, 60_000);

describe('row-level security alone', strangersLearnNothing);
