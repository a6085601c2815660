import { SignJWT, UnsecuredJWT, exportSPKI, generateKeyPair, type CryptoKey, type JWTPayload } from 'jose';
import type { PersonId } from '#kernel';
import { JwtTokens } from './jwt-tokens.js';
import type { SessionId } from '../../domain/session/session.state.js';
import type { TokenKey } from './token-key.js';
import type { TokenKeys } from './token-keys.js';

const carla = '5f0e9c1a-7c1b-8a52-9d57-3a2f0c5d6e7f' as PersonId;
const now = Date.parse('2026-03-01T10:00:00Z');
const seconds = now / 1000;
const claims = { sub: carla, iss: 'reciproca', aud: 'reciproca-api', iat: seconds, exp: seconds + 60 };

function without(name: keyof typeof claims): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([each]) => each !== name));
}

async function keyNamed(id: string): Promise<TokenKey> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { id, signing: privateKey, checking: publicKey, signsFromMs: -Infinity, checksUntilMs: Infinity };
}

function only(key: TokenKey): TokenKeys {
  return {
    version: () => 0,
    signing: () => Promise.resolve(key),
    named: (id) => Promise.resolve(id === key.id ? key : undefined),
  };
}

const byCarla = { person: carla, powers: 'all' };
const sid = '0a1b2c3d-7c1b-8a52-9d57-3a2f0c5d6e7f' as SessionId;

function signed(payload: JWTPayload, header: object, key: CryptoKey | Uint8Array): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'ours', ...header }).sign(key);
}

describe('a token', () => {
  test('names its person until it expires', async () => {
    const clock = { ms: now, now: () => clock.ms };
    const tokens = new JwtTokens(only(await keyNamed('ours')), clock);
    const token = await tokens.issue(carla, 60);
    expect(await tokens.bearer(token)).toEqual(byCarla);
    clock.ms = now + 59_999;
    expect(await tokens.bearer(token)).toEqual(byCarla);
    clock.ms = now + 60_000;
    expect(await tokens.bearer(token)).toBeUndefined();
    clock.ms = now + 66_000;
    expect(await tokens.bearer(token)).toBeUndefined();
  });

  test.each([
    { id: sid, powers: 'all' },
    { id: sid, powers: 'own', origin: 'https://rho.example' },
  ] as const)('says the session behind it: %j', async ({ id, ...rest }) => {
    const tokens = new JwtTokens(only(await keyNamed('ours')), { now: () => now });
    const bearer = await tokens.bearer(await tokens.issue(carla, 60, { id, ...rest }));
    expect(bearer).toEqual({ person: carla, session: id, ...rest });
  });

  test.each([
    { behindMs: 60_000, good: true },
    { behindMs: 61_000, good: false },
  ])('is good at a server whose clock is $behindMs ms behind: $good', async ({ behindMs, good }) => {
    const keys = only(await keyNamed('ours'));
    const token = await new JwtTokens(keys, { now: () => now }).issue(carla, 600);
    const behind = new JwtTokens(keys, { now: () => now - behindMs });
    expect((await behind.bearer(token)) !== undefined).toBe(good);
  });

  test('is looked at anew once the keys have changed, and is nobody’s where its own was dropped', async () => {
    const key = await keyNamed('ours');
    const keys = { ...only(key), version: () => version, named: () => Promise.resolve(isThere ? key : undefined) };
    let [version, isThere] = [0, true];
    const tokens = new JwtTokens(keys, { now: () => now });
    const token = await tokens.issue(carla, 60);
    expect(await tokens.bearer(token)).toEqual(byCarla);
    [version, isThere] = [1, false];
    expect(await tokens.bearer(token)).toBeUndefined();
  });

  test('asked for again names the same person', async () => {
    const tokens = new JwtTokens(only(await keyNamed('ours')), { now: () => now });
    const token = await tokens.issue(carla, 60);
    expect([await tokens.bearer(token), await tokens.bearer(token)]).toEqual([byCarla, byCarla]);
  });

  test.each<readonly [string, (ours: TokenKey, other: TokenKey) => Promise<string> | string]>([
    ['of nobody', () => ''],
    ['that is no token', () => 'abc.def.ghi'],
    ['without a signature', () => new UnsecuredJWT(claims).encode()],
    ['of another key', (_, other) => signed(claims, {}, other.signing)],
    ['of another key under our name', (_, other) => signed(claims, { kid: 'ours' }, other.signing)],
    ['under another name', (ours) => signed(claims, { kid: 'theirs' }, ours.signing)],
    ['under a path for a name', (ours) => signed(claims, { kid: '../../dev/null' }, ours.signing)],
    ['of another issuer', (ours) => signed({ ...claims, iss: 'someone' }, {}, ours.signing)],
    ['for another audience', (ours) => signed({ ...claims, aud: 'another-api' }, {}, ours.signing)],
    ['without a person', (ours) => signed(without('sub'), {}, ours.signing)],
    ['without an end', (ours) => signed(without('exp'), {}, ours.signing)],
    ['without a beginning', (ours) => signed(without('iat'), {}, ours.signing)],
    ['that has expired', (ours) => signed({ ...claims, exp: seconds - 1 }, {}, ours.signing)],
    ['from tomorrow', (ours) => signed({ ...claims, iat: seconds + 86_400, exp: seconds + 90_000 }, {}, ours.signing)],
    ['not valid yet', (ours) => signed({ ...claims, nbf: seconds + 3_600 }, {}, ours.signing)],
    ['for a name instead of an id', (ours) => signed({ ...claims, sub: 'Carla' }, {}, ours.signing)],
    ['with a session that is no id', (ours) => signed({ ...claims, sid: 'one', powers: 'all' }, {}, ours.signing)],
    ['with a session and no powers', (ours) => signed({ ...claims, sid }, {}, ours.signing)],
    ['with powers and no session', (ours) => signed({ ...claims, powers: 'all' }, {}, ours.signing)],
    ['with more powers than there are', (ours) => signed({ ...claims, sid, powers: 'any' }, {}, ours.signing)],
    [
      'with an origin that is no text',
      (ours) => signed({ ...claims, sid, powers: 'own', origin: ['https://a.example'] }, {}, ours.signing),
    ],
    ['of another type', (ours) => signed(claims, { typ: 'JWT' }, ours.signing)],
    [
      'signed with our public key as a secret',
      async (ours) => signed(claims, { alg: 'HS256' }, new TextEncoder().encode(await exportSPKI(ours.checking))),
    ],
    ['with a letter changed', async (ours) => (await signed(claims, {}, ours.signing)).replace(/^(.{60})./, '$1_')],
    ['with its signature cut', async (ours) => (await signed(claims, {}, ours.signing)).slice(0, -4)],
  ])('%s is refused', async (_, forge) => {
    const [ours, other] = [await keyNamed('ours'), await keyNamed('other')];
    const tokens = new JwtTokens(only(ours), { now: () => now });
    expect(await tokens.bearer(await signed(claims, {}, ours.signing))).toEqual(byCarla);
    expect(await tokens.bearer(await forge(ours, other))).toBeUndefined();
  });
});
