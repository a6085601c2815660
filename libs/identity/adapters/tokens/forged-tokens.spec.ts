import { generateKeyPairSync } from 'node:crypto';
import { forgeries, goodToken } from '#testing';
import { JwtTokens } from './jwt-tokens.js';
import { tokenKeyOf } from './token-key.js';

const person = '5f0e9c1a-7c1b-8a52-9d57-3a2f0c5d6e7f';
const now = Date.parse('2026-03-01T10:00:00Z');

async function target() {
  const { privateKey: signing } = generateKeyPairSync('ed25519');
  const key = await tokenKeyOf(signing.export({ format: 'jwk' }), 'a key of this test');
  const named = (id: string) => Promise.resolve(id === key.id ? key : undefined);
  const tokens = new JwtTokens({ version: () => 0, signing: () => Promise.resolve(key), named }, { now: () => now });
  return { tokens, of: { signing, kid: key.id, person, nowSeconds: now / 1000 } };
}

test('there are at least twenty families of forged tokens, and ten different ones of each', async () => {
  const { of } = await target();
  const all = forgeries(of);
  const families = [...new Set(all.map(({ family }) => family))];
  expect(families.length).toBeGreaterThanOrEqual(20);
  const sizes = families.map((name) => [
    name,
    new Set(all.filter(({ family }) => family === name).map(({ token }) => token)).size,
  ]);
  expect(sizes).toEqual(families.map((name) => [name, 10]));
});

test('no forged token names anybody, and a good one does', async () => {
  const { tokens, of } = await target();
  expect(await tokens.bearer(goodToken(of))).toEqual({ person, powers: 'all' });
  const accepted: string[] = [];
  for (const { family, number, token } of forgeries(of)) {
    if ((await tokens.bearer(token)) !== undefined) accepted.push(`${family}, ${String(number)}`);
  }
  expect(accepted).toEqual([]);
});
