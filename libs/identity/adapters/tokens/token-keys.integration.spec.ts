import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { idOf } from '#testing';
import type { PersonId } from '#kernel';
import { JwtTokens } from './jwt-tokens.js';
import { rotateKeyFile } from './token-key-file.js';
import { openTokenKeys } from './token-keys.js';

const carla = idOf<PersonId>('Carla');
const startMs = Date.parse('2026-03-01T10:00:00Z');
const [minute, day] = [60_000, 86_400_000];

let folder: string;
let file: string;
const clock = { ms: startMs, now: () => clock.ms };
beforeEach(async () => {
  clock.ms = startMs;
  folder = await mkdtemp('/tmp/token-keys-');
  file = `${folder}/token.jwk`;
});
afterEach(() => rm(folder, { recursive: true }));

/** Another server on the same file. */
const server = async () => new JwtTokens(await openTokenKeys(file), clock);
const keyOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { readonly kid: string }).kid;
const rotate = (leadMs = minute, checksMs = day) =>
  rotateKeyFile(file, { nowMs: clock.ms, signsFromMs: clock.ms + leadMs, checksUntilMs: clock.ms + checksMs });

describe('the keys of tokens', () => {
  test('are made once, for their owner alone, also when many start together', async () => {
    const servers = await Promise.all(Array.from({ length: 8 }, server));
    const tokens = await Promise.all(servers.map((each) => each.issue(carla, 60)));
    expect(new Set(tokens.map(keyOf)).size).toBe(1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['token.jwk']);
  });

  test('rotate without a failed request: a token of either key is good in every server, all the time', async () => {
    const servers = [await server(), await server()];
    const old = await servers[0]?.issue(carla, 86_400);
    const next = await rotate();
    const signedWith = new Set<string>();
    for (let second = 0; second <= 180; second++) {
      clock.ms = startMs + second * 1_000;
      for (const signing of servers) {
        const token = await signing.issue(carla, 600 + second);
        signedWith.add(keyOf(token));
        for (const checking of servers) {
          expect(await checking.bearer(token)).toEqual({ person: carla, powers: 'all' });
          expect(await checking.bearer(old ?? '')).toEqual({ person: carla, powers: 'all' });
        }
        if (clock.ms < startMs + minute) expect(keyOf(token)).not.toBe(next);
        if (clock.ms >= startMs + minute + 5_000) expect(keyOf(token)).toBe(next);
      }
    }
    expect(signedWith.size).toBe(2);
  });

  test('that signs already although this server has not read it is looked up at once', async () => {
    const late = await server();
    expect(await late.bearer(await late.issue(carla, 60))).toBeDefined();
    await rotate(0);
    const early = await server();
    clock.ms += 1_000;
    expect(await late.bearer(await early.issue(carla, 60))).toBeDefined();
  });

  test.each([
    { afterMs: day - 1, good: true },
    { afterMs: day, good: false },
  ])('that was replaced checks $afterMs ms later: $good', async ({ afterMs, good }) => {
    const token = await (await server()).issue(carla, 2 * 86_400);
    await rotate();
    clock.ms += afterMs;
    expect((await (await server()).bearer(token)) !== undefined).toBe(good);
  });

  test('that was stolen and dropped is good nowhere within a few seconds, also for tokens seen before', async () => {
    const running = await server();
    const stolen = await running.issue(carla, 86_400);
    expect(await running.bearer(stolen)).toBeDefined();
    await rotate(0, 0);
    clock.ms += 5_000;
    await running.bearer(await running.issue(carla, 60));
    expect(await running.bearer(stolen)).toBeUndefined();
  });

  test('stay few: those that are over leave the file, and none lives longer than the last rotation says', async () => {
    await server();
    for (let times = 0; times < 5; times++) {
      await rotate(minute, day);
      clock.ms += day + minute;
    }
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { readonly keys: readonly object[] };
    expect(keys).toHaveLength(2);
  });

  test('of a file that cannot be read for a while stay as they were', async () => {
    const running = await server();
    const token = await running.issue(carla, 600);
    const kept = await readFile(file, 'utf8');
    await writeFile(file, '{ half of it');
    clock.ms += 10_000;
    expect(await running.bearer(await running.issue(carla, 60))).toBeDefined();
    await writeFile(file, kept);
    clock.ms += 10_000;
    expect(await running.bearer(token)).toBeDefined();
  });

  test.each(['', 'null', '[]', '{"keys":[]}', '{"kty":"RSA"}', '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"a"}]}'])(
    'are not in a file that says %j',
    async (text) => {
      await writeFile(file, text);
      await expect(openTokenKeys(file)).rejects.toThrow('does not hold an Ed25519 private key');
    },
  );
});
