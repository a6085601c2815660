import pg from 'pg';
import { asId, type AccountId, type BankId, type PersonId, type Statements } from '#kernel';
import { idOf, testDatabase, type TestDatabase } from '#testing';
import { KeyedSecrets } from '../adapters/secrets/keyed-secrets.js';
import { PostgresThrottle } from '../adapters/throttle/postgres-throttle.js';
import { enterCode, newChallenge } from '../domain/challenge/enter-code.js';
import { isUsable } from '../domain/printed-code/printed-code.js';
import { throttleRules } from '../domain/throttle.rules.js';
import type { ChallengeId } from '../ports/challenges.js';
import { PostgresChallenges } from './challenges/postgres-challenges.js';
import { identityMigrations } from './identity.migrations.js';
import { PostgresPrintedCodes } from './printed-codes/postgres-printed-codes.js';

const carla = idOf<PersonId>('Carla');
const askedMs = Date.parse('2026-03-01T10:00:00Z');
const secrets = new KeyedSecrets(new Uint8Array(32).fill(7));

let database: TestDatabase;
let pool: pg.Pool;
let challenges: PostgresChallenges;
beforeAll(async () => {
  database = await testDatabase({ migrations: identityMigrations });
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
  challenges = new PostgresChallenges(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function ask(address: string): Promise<ChallengeId> {
  const id = asId<ChallengeId>(secrets.id());
  const [addressMac, sealed] = [secrets.mac('address', address), secrets.seal(address)];
  const asked = { id, addressMac, address: sealed, hub: undefined, language: 'it' } as const;
  await challenges.ask({ ...asked, challenge: newChallenge(askedMs) });
  return id;
}

const sent = { codeMac: secrets.mac('code', 'any'), person: carla };
async function serveAll(): Promise<readonly string[]> {
  const served: string[] = [];
  while (
    await challenges.serveOne(({ address }) => {
      served.push(secrets.open(address));
      return Promise.resolve(sent);
    })
  );
  return served;
}

describe('challenges', () => {
  test('wait in their order, each for one server, and then keep no address', async () => {
    const ids = [await ask('uno@posta.example'), await ask('due@posta.example')];
    const [some, others] = await Promise.all([serveAll(), serveAll()]);
    expect([...some, ...others].sort()).toEqual(['due@posta.example', 'uno@posta.example']);
    const { rows } = await database.pool.query('select address from identity.challenge where id = any ($1)', [ids]);
    expect(rows).toEqual([{ address: null }, { address: null }]);
    expect(await serveAll()).toEqual([]);
  });

  test('whose mail could not be put wait on, and nothing of the try is left', async () => {
    await ask('tre@posta.example');
    const failing = (_: unknown, within: Statements) => within.query('select 1 / 0', []).then(() => sent);
    await expect(challenges.serveOne(failing)).rejects.toThrow('division by zero');
    expect(await serveAll()).toEqual(['tre@posta.example']);
  });

  test('twenty tries at once are five tries', async () => {
    const id = await ask('quattro@posta.example');
    await serveAll();
    const tries = Array.from({ length: 20 }, () =>
      challenges.enter(id, ({ challenge, last }) => {
        const entered = enterCode(challenge, last, false, askedMs + 1);
        return { entered, answer: entered.outcome };
      }),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'over')).toHaveLength(15);
  });

  test('a right code entered at once on two pages opens one', async () => {
    const pages = [await ask('cinque@posta.example'), await ask('cinque@posta.example')];
    await serveAll();
    const enter = (id: ChallengeId) =>
      challenges.enter(id, ({ challenge, last }) => {
        const entered = enterCode(challenge, last, true, askedMs + 1);
        return { entered, answer: `${entered.outcome} ${String(last.id === pages[1])} ${last.person ?? ''}` };
      });
    expect((await Promise.all(pages.map(enter))).sort()).toEqual([`accepted true ${carla}`, `over true ${carla}`]);
  });

  test('of an erased person are gone', async () => {
    await challenges.forget(carla);
    const { rowCount } = await database.pool.query('select from identity.challenge where person = $1', [carla]);
    expect(rowCount).toBe(0);
  });
});

describe('printed codes', () => {
  const [bank, account] = [idOf<BankId>('Rho'), idOf<AccountId>('Carla at Rho')];
  const code = (letters: string) => ({
    mac: secrets.mac('printed-code', letters),
    ...{ person: carla, bank, account, memberNumber: 27, issuedBy: idOf<PersonId>('Ada'), expiresAtMs: askedMs + 1 },
  });
  const use = (letters: string, number = 27) =>
    new PostgresPrintedCodes(pool).use(secrets.mac('printed-code', letters), number, (kept) => isUsable(kept, askedMs));

  test('open once, with their member number', async () => {
    const codes = new PostgresPrintedCodes(pool);
    await codes.issue(code('one'));
    expect(await use('one', 28)).toBeUndefined();
    expect(await Promise.all([use('one'), use('one')])).toEqual(expect.arrayContaining([carla, undefined]));
    expect(await use('two')).toBeUndefined();
  });

  test('a fresh one voids the one before, and the same one again voids nothing', async () => {
    const codes = new PostgresPrintedCodes(pool);
    await codes.issue(code('three'));
    await codes.issue(code('four'));
    await codes.issue(code('three'));
    expect(await use('three')).toBeUndefined();
    expect(await use('four')).toBe(carla);
  });
});

test('what is counted is counted over all processes, and says when to try again', async () => {
  const throttles = [new PostgresThrottle(pool, secrets), new PostgresThrottle(pool, secrets)] as const;
  const { timesMax, windowSeconds } = throttleRules['address-from-place'];
  for (let times = 0; times < timesMax; times++) {
    expect(await throttles[times % 2 === 0 ? 0 : 1].take('address-from-place', 'a')).toBeUndefined();
  }
  const waits = [
    await throttles[0].take('address-from-place', 'a'),
    await throttles[1].look('address-from-place', 'a'),
  ];
  for (const wait of waits) {
    expect(wait).toBeGreaterThan(windowSeconds - 60);
    expect(wait).toBeLessThanOrEqual(windowSeconds);
  }
  expect(await throttles[0].take('address-from-place', 'b')).toBeUndefined();
  expect(await throttles[0].take('place', 'a')).toBeUndefined();
  const { rows } = await database.pool.query<{ key: string }>('select key from identity.throttle');
  expect(rows.map(({ key }) => key).join(' ')).not.toMatch(/:a\b|:b\b/);
});
