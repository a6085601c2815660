import pg from 'pg';
import { asId, type AccountId, type BankId, type Mail, type PersonId, type Statements } from '#kernel';
import { idOf, testDatabase, type TestDatabase } from '#testing';
import { CodedAddressProofs } from '../commands/address-proofs.js';
import { KeyedSecrets } from '../adapters/secrets/keyed-secrets.js';
import { PostgresThrottle } from '../adapters/throttle/postgres-throttle.js';
import { enterCode, newChallenge } from '../domain/challenge/enter-code.js';
import { isUsable } from '../domain/printed-code/printed-code.js';
import { CodeOver } from '../domain/identity.errors.js';
import { throttleRules } from '../domain/throttle.rules.js';
import type { ChallengeId } from '../ports/challenges.js';
import { PostgresAskedOnce } from './asked-once/postgres-asked-once.js';
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

describe('requests without a record', () => {
  const clock = { now: () => askedMs };
  const request = (key: string, wanted = true) => ({ person: carla, key, name: 'choose', input: { wanted } });
  let done: number[] = [];
  const work = (askedAtMs: number) => Promise.resolve({ times: done.push(askedAtMs) });

  test('are done once for a key of a person, answered the same again, and refused with another body', async () => {
    done = [];
    const asked = new PostgresAskedOnce(pool, secrets, clock);
    const later = new PostgresAskedOnce(pool, secrets, { now: () => askedMs + 1 });
    expect(await asked.once(request('one'), work)).toEqual({ times: 1 });
    expect(await later.once(request('one'), work)).toEqual({ times: 1 });
    for (const other of [request('one', false), { ...request('one'), name: 'ask' }])
      await expect(asked.once(other, work)).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await later.once({ ...request('one', false), person: idOf('Lucia') }, work)).toEqual({ times: 2 });
    expect(done).toEqual([askedMs, askedMs + 1]);
  });

  test('that are refused are not remembered', async () => {
    done = [];
    const asked = new PostgresAskedOnce(pool, secrets, clock);
    await expect(asked.once(request('three'), () => Promise.reject(new CodeOver()))).rejects.toMatchObject({
      code: 'CODE_OVER',
    });
    expect(await asked.once(request('three', false), work)).toEqual({ times: 1 });
  });

  test('that end in the middle are done again as of when they were asked; a day later they are forgotten', async () => {
    done = [];
    const asked = new PostgresAskedOnce(pool, secrets, clock);
    await expect(asked.once(request('two'), () => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
    const later = new PostgresAskedOnce(pool, secrets, { now: () => askedMs + 5 });
    await later.once(request('two'), work);
    expect(done).toEqual([askedMs]);
    await later.sweep(askedMs);
    expect(await later.once(request('two'), work)).toEqual({ times: 1 });
    await later.sweep(askedMs + 1);
    expect(await later.once(request('two', false), work)).toEqual({ times: 2 });
  });
});

describe('a code to a new address', () => {
  const bank = { name: 'Banca', timeZone: 'Europe/Rome' };
  let now = askedMs;
  const clock = { now: () => now };
  const mails: Mail[] = [];
  const outbox = { put: (mail: Mail) => Promise.resolve(void mails.push(mail)) };
  const proofs = () =>
    new CodedAddressProofs({
      ...{ secrets, outbox, clock },
      throttle: new PostgresThrottle(pool, secrets),
      asked: new PostgresAskedOnce(pool, secrets, clock),
    });
  const wish = (name: string, email: string) =>
    ({ person: idOf<PersonId>(name), email, language: 'it', bank }) as const;
  const codeSent = () => mails.at(-1)?.facts['code'] ?? '';

  test('holds for ten minutes, for its person, its address and its page, with spaces too', async () => {
    now = askedMs;
    const nina = wish('Nina', 'Nina@posta.example');
    const { challenge, lifeSeconds } = await proofs().ask(nina, 'asking-one');
    const code = codeSent();
    expect([lifeSeconds, mails.at(-1)?.facts['until']]).toEqual([600, '11:10']);
    expect(mails.at(-1)?.to).toEqual({ address: 'Nina@posta.example', owner: nina.person });
    const proof = { challenge, code: `${code.slice(0, 3)} ${code.slice(3)}` };
    now = askedMs + 599_999;
    await proofs().check(nina.person, 'nina@posta.example', proof);
    const wrong = { code: 'CODE_WRONG' };
    await expect(proofs().check(idOf('Pia'), 'nina@posta.example', proof)).rejects.toMatchObject(wrong);
    await expect(proofs().check(nina.person, 'tina@posta.example', proof)).rejects.toMatchObject(wrong);
    await expect(proofs().check(nina.person, nina.email, { ...proof, code: '12' })).rejects.toMatchObject(wrong);
    const fresh = await proofs().ask(nina, 'asking-two');
    await expect(proofs().check(nina.person, nina.email, { challenge: fresh.challenge, code })).rejects.toMatchObject(
      wrong,
    );
    const longer = challenge.replace(/^\d+/, (ms) => String(Number(ms) + 60_000));
    await expect(proofs().check(nina.person, nina.email, { ...proof, challenge: longer })).rejects.toMatchObject(wrong);
    now = askedMs + 600_000;
    await expect(proofs().check(nina.person, nina.email, proof)).rejects.toMatchObject({ code: 'CODE_OVER' });
  });

  test('is asked for five times and tried five times, and then no more for some minutes', async () => {
    now = askedMs;
    const rosa = wish('Rosa', 'rosa@posta.example');
    const tooOften = { code: 'ASKED_TOO_OFTEN' };
    for (let time = 1; time <= 5; time += 1) await proofs().ask(rosa, `asking-${String(time)}`);
    const { challenge } = await proofs().ask(wish('Zoe', 'rosa@posta.example'), 'asking-one');
    await expect(proofs().ask(rosa, 'asking-6')).rejects.toMatchObject(tooOften);
    expect(await proofs().ask(rosa, 'asking-1')).toMatchObject({ lifeSeconds: 600 });
    const proof = { challenge, code: '000000' };
    for (let time = 1; time <= 5; time += 1)
      await expect(proofs().check(rosa.person, rosa.email, proof)).rejects.toMatchObject({ code: 'CODE_WRONG' });
    await expect(proofs().check(rosa.person, rosa.email, proof)).rejects.toMatchObject(tooOften);
  });
});
