import pg from 'pg';
import type { HubId, PersonId } from '#kernel';
import { idOf, testDatabase, type TestDatabase } from '#testing';
import { KeyedSecrets } from '../adapters/secrets/keyed-secrets.js';
import { graceMs } from '../domain/session/refresh.js';
import { EndedSessionList } from '../http/ended-session-list.js';
import { identityMigrations } from '../stores/identity.migrations.js';
import { PostgresSessions } from '../stores/sessions/postgres-sessions.js';
import type { Opened } from './opening.js';
import { Sessions, consoleSeconds } from './sessions.js';

const [carla, lucia] = [idOf<PersonId>('Carla'), idOf<PersonId>('Lucia')];
const embedded = { kind: 'embedded', hub: idOf<HubId>('Rho'), origin: 'https://rho.example' } as const;
const anybody = () => true;
const secrets = new KeyedSecrets(new Uint8Array(32).fill(7));

let database: TestDatabase;
let pool: pg.Pool;
let store: PostgresSessions;
const clock = { ms: 0, now: () => clock.ms };
beforeAll(async () => {
  database = await testDatabase({
    migrations: identityMigrations,
  });
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
  store = new PostgresSessions(pool);
});
beforeEach(() => {
  clock.ms = Date.now();
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** One process: its own memory of who was signed out. */
function aProcess() {
  const ended = new EndedSessionList(store, clock);
  const tokens = { issue: () => Promise.resolve('access'), bearer: () => Promise.resolve(undefined) };
  return { sessions: new Sessions({ store, secrets, tokens, ended, clock }), ended };
}

async function openedAtHub(person = carla) {
  const { sessions, ended } = aProcess();
  const opened = await sessions.open({ person, place: embedded, by: 'code', agent: 'Firefox/140.0' });
  if (opened.kind !== 'embedded') throw new Error('a session at a hub was asked for');
  return { opened, sessions, ended };
}
type AtHub = Extract<Opened, { kind: 'embedded' }>;

describe('refreshing', () => {
  const tokenOf = (kept: { readonly refresh: string } | undefined) => kept?.refresh ?? 'none';

  test('each token replaces the one before', async () => {
    const { opened, sessions } = await openedAtHub();
    const first = await sessions.refresh(opened.refresh, opened.device, anybody);
    const second = await sessions.refresh(tokenOf(first), opened.device, anybody);
    expect(new Set([opened.refresh, tokenOf(first), tokenOf(second)]).size).toBe(3);
  });

  test.each([
    ['behind', -5],
    ['ahead', 5],
  ])(
    'by a server whose clock is minutes %s is no other, and the rightful one goes on elsewhere',
    async (_, minutes) => {
      const { opened, sessions } = await openedAtHub();
      clock.ms += minutes * 60_000;
      const there = await aProcess().sessions.refresh(opened.refresh, opened.device, anybody);
      expect(there).toBeDefined();
      clock.ms -= minutes * 60_000;
      const here = await sessions.refresh(tokenOf(there), opened.device, anybody);
      expect(here).toBeDefined();
      expect(tokenOf(here)).not.toBe(tokenOf(there));
    },
  );

  test.each([-5, 5])(
    'two that race to two servers, one of which is %i minutes off, get the same successor',
    async (minutes) => {
      const { opened, sessions } = await openedAtHub();
      const first = await sessions.refresh(opened.refresh, opened.device, anybody);
      clock.ms += minutes * 60_000;
      const second = await aProcess().sessions.refresh(opened.refresh, opened.device, anybody);
      expect([first, second]).toEqual([first, first]);
      expect(first).toBeDefined();
    },
  );

  test.each([2, 8])('%i requests that race get the same successor, and the family lives', async (count) => {
    const { opened, sessions } = await openedAtHub();
    const racing = Array.from({ length: count }, () => sessions.refresh(opened.refresh, opened.device, anybody));
    const [successor, ...others] = [...new Set((await Promise.all(racing)).map(tokenOf))];
    expect(others).toEqual([]);
    expect(await sessions.refresh(successor ?? '', opened.device, anybody)).toBeDefined();
  });

  test.each([
    { afterMs: graceMs - 5_000, lives: true },
    { afterMs: graceMs, lives: false },
  ])('an old token of the same device $afterMs ms after it was replaced: $lives', async ({ afterMs, lives }) => {
    const { opened, sessions, ended } = await openedAtHub();
    const successor = await sessions.refresh(opened.refresh, opened.device, anybody);
    await database.pool.query(
      `update identity.session set rotated_at = rotated_at - interval '1 ms' * $2 where id = $1`,
      [opened.session, afterMs],
    );
    const again = await sessions.refresh(opened.refresh, opened.device, anybody);
    expect(again?.refresh).toBe(lives ? successor?.refresh : undefined);
    expect(await ended.has(opened.session)).toBe(!lives);
    expect((await sessions.refresh(tokenOf(successor), opened.device, anybody)) !== undefined).toBe(lives);
  });

  test('another device with an old token, or with the last, ends the session for both', async () => {
    for (const isOld of [true, false]) {
      const { opened, sessions } = await openedAtHub();
      const successor = await sessions.refresh(opened.refresh, opened.device, anybody);
      const stolen = isOld ? opened.refresh : tokenOf(successor);
      expect(await sessions.refresh(stolen, 'another device', anybody)).toBeUndefined();
      expect(await sessions.refresh(tokenOf(successor), opened.device, anybody)).toBeUndefined();
    }
  });

  test.each<readonly [string, (token: string) => string]>([
    ['with a letter changed', (token) => token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['with a bit to spare set', (token) => token.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1))],
    ['cut in half', (token) => token.slice(0, token.length / 2)],
    ['of a later number', (token) => token.replace('.0.', '.1.')],
    ['of a session that there is not', (token) => token.replace(/^.{8}/, '00000000')],
    ['empty', () => ''],
    ['twice', (token) => `${token}.${token}`],
  ])('a token %s is nothing, and harms nobody', async (_, forge) => {
    const { opened, sessions } = await openedAtHub();
    expect(await sessions.refresh(forge(opened.refresh), opened.device, anybody)).toBeUndefined();
    expect(await sessions.refresh(opened.refresh, opened.device, anybody)).toBeDefined();
  });

  test('a page that may not use it ends nothing', async () => {
    const { opened, sessions } = await openedAtHub();
    expect(await sessions.refresh(opened.refresh, opened.device, () => false)).toBeUndefined();
    expect(await sessions.refresh(opened.refresh, opened.device, anybody)).toBeDefined();
  });
});

describe('signing out', () => {
  test('ends one session, or all, and nobody else’s', async () => {
    const { opened, sessions } = await openedAtHub();
    const [other, third] = [await openedAtHub(), await openedAtHub()];
    const hers = await openedAtHub(lucia);
    const isOpen = async ({ refresh, device }: AtHub) =>
      (await sessions.refresh(refresh, device, anybody)) !== undefined;

    expect(await sessions.end(lucia, opened.session)).toBe(0);
    expect(await sessions.end(carla, opened.session)).toBe(1);
    expect(await sessions.end(carla, opened.session)).toBe(0);
    expect(await isOpen(opened)).toBe(false);
    expect(await isOpen(other.opened)).toBe(true);
    expect(await sessions.end(carla, 'all')).toBeGreaterThanOrEqual(2);
    expect(await isOpen(third.opened)).toBe(false);
    expect(await sessions.of(carla)).toEqual([]);
    expect(await isOpen(hers.opened)).toBe(true);
  });

  test('is known in the same process at once, and in another within a second', async () => {
    const { opened, sessions, ended } = await openedAtHub();
    const other = aProcess();
    expect(await other.ended.has(opened.session)).toBe(false);
    await sessions.end(carla, 'all');
    expect(await ended.has(opened.session)).toBe(true);
    clock.ms += 1_000;
    expect(await other.ended.has(opened.session)).toBe(true);
  });

  test('is remembered for longer than any access token lives', async () => {
    const { opened, sessions } = await openedAtHub();
    await sessions.end(carla, opened.session);
    clock.ms += 14 * 60_000;
    expect(await aProcess().ended.has(opened.session)).toBe(true);
  });
});

test('a session of the console is found by its cookie until its day is over', async () => {
  const { sessions } = aProcess();
  const opened = await sessions.open({ person: carla, place: { kind: 'console' }, by: 'code' });
  if (opened.kind !== 'console') throw new Error('a session of the console was asked for');
  const found = () => store.ofSecret(secrets.hash(opened.secret), clock.now());
  clock.ms += consoleSeconds * 1000 - 1;
  expect(await found()).toMatchObject({ id: opened.session, person: carla });
  clock.ms += 1;
  expect(await found()).toBeUndefined();
});

test('nothing in the table lets anybody in, and an erased person is not in it', async () => {
  const { opened, sessions } = await openedAtHub(lucia);
  const kept = await sessions.refresh(opened.refresh, opened.device, anybody);
  const rows = async () => JSON.stringify((await database.pool.query('select * from identity.session')).rows);
  for (const secret of [
    opened.device,
    opened.refresh,
    kept?.refresh ?? '',
    (kept?.refresh ?? '').split('.')[2] ?? '',
  ]) {
    expect(secret).not.toBe('');
    expect(await rows()).not.toContain(secret);
  }
  expect(await rows()).toContain(lucia);
  await store.forget(lucia, clock.now());
  expect(await rows()).not.toContain(lucia);
  expect(await sessions.refresh(kept?.refresh ?? '', opened.device, anybody)).toBeUndefined();
});

test('what is over for longer than asked is swept away', async () => {
  const { opened, sessions } = await openedAtHub();
  await sessions.end(carla, opened.session);
  const count = async () =>
    Number((await database.pool.query('select from identity.session where id = $1', [opened.session])).rowCount);
  await store.sweep(clock.now());
  expect(await count()).toBe(1);
  await store.sweep(clock.now() + 1);
  expect(await count()).toBe(0);
});
