import { openLog } from '../../apps/server/log.js';
import { startServer, type Server } from '../../apps/server/server.js';
import { settingsFrom } from '../../apps/server/settings.js';
import { done, key, openBank, today, type Bank, type Member } from './bank.js';
import { as, given, post } from './server.js';

const lines: string[] = [];
let server: Server;
let bank: Bank;
let carla: Member;
let lucia: Member;

beforeAll(async () => {
  bank = await openBank('logs');
  [carla, lucia] = [await bank.admit('Carla Bruni'), await bank.admit('Lucia Sala')];
  const environment = {
    EVENT_STORE_URL: process.env['EVENT_STORE_URL'],
    DATABASE_URL: given('SERVER_DATABASE_URL'),
    DATA_DIR: given('SERVER_DATA_DIR'),
    PORT: '0',
    NODE_ENV: 'test',
  };
  const log = openLog('trace', { write: (line) => lines.push(line) });
  server = await startServer(settingsFrom(environment), log);
}, 60_000);
afterAll(() => server.close(), 30_000);

/** Ten names and texts that stand nowhere else. */
const marked = [
  'Zefira Nomemarcato',
  'Zenobia Nomemarcato',
  'zelinda@nomemarcato.example',
  'una nota marcata',
  'un motivo marcato',
  'una risposta marcata',
  'una sospensione marcata',
  'un nome marcato troppo lungo'.padEnd(90, '.'),
  'una ricerca marcata',
  'una variabile marcata',
] as const;

test('no name, no text and no token stands in the log, whatever is asked and refused, at its most talkative', async () => {
  const [newcomer, renamed, email, note, reason, answer, suspension, tooLong, search, variable] = marked;
  const [keeper, asker, other] = await Promise.all([
    as(bank.keeper, server.url),
    as(carla.person, server.url),
    as(lucia.person, server.url),
  ]);
  const admission = { bank: bank.bank, hub: bank.hub, since: today(), displayName: newcomer, email };
  const { position } = await done(keeper, 'admitMember', 'member { id }', admission);
  await done(asker, 'renameMember', 'displayName', { displayName: renamed });
  const claim = { provider: carla.account, receiver: lucia.account, minutes: 30, serviceDate: today(), hub: bank.hub };
  const { exchange } = await done<{ exchange: { id: string } }>(asker, 'logExchange', 'exchange { id }', {
    ...claim,
    note,
  });
  await done(other, 'answerExchange', 'exchange { id }', { exchange: exchange.id, minutes: 45, answer });
  await done(asker, 'declineExchange', 'exchange { id }', { exchange: exchange.id, reason });
  await expect(done(asker, 'renameMember', 'displayName', { displayName: tooLong })).rejects.toThrow('NAME_TOO_LONG');
  const asked = { account: lucia.account, from: today(), reason: suspension, expectedVersion: 0 };
  await expect(done(asker, 'suspendMember', 'version', asked)).rejects.toThrow('FORBIDDEN');
  await asker.ask(
    'query S($bank: ID!, $text: String, $p: String) { viewer(minPosition: $p) { members(bank: $bank, search: $text) { edges { cursor } } } }',
    { bank: bank.bank, text: search, p: position },
  );
  await asker.ask('query V($id: ID!) { node(id: $id) { id } }', { id: variable });
  await post(
    `{"query": "{ viewer { id } }", "variables": "${variable}"`,
    { authorization: `Bearer ${key()}` },
    server.url,
  );

  for (const method of ['GET', 'POST']) {
    for (const page of ['conferma', 'avvisi']) await fetch(`${server.url}/${page}/link-marcato`, { method });
  }

  const written = lines.join('');
  expect(written).toContain('GraphQL');
  expect(written).not.toContain('link-marcato');
  expect(marked.filter((text) => written.includes(text))).toEqual([]);
  expect(written).not.toMatch(/Bearer|eyJ/);
});
