import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { forgeries, goodToken, type Forgery, type Target } from '#testing';
import { openBank, type Bank } from './bank.js';
import { given, post } from './server.js';

let bank: Bank;
let target: Target;
beforeAll(async () => {
  bank = await openBank('forged');
  const file = readFileSync(join(given('SERVER_DATA_DIR'), 'keys', 'token.jwk'), 'utf8');
  const kept = JSON.parse(file) as JWK & { readonly keys?: readonly JWK[] };
  const jwk = kept.keys?.at(-1) ?? kept;
  const signing = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  const { crv = '', x = '' } = jwk;
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv, x });
  target = { signing, kid, person: bank.keeper, nowSeconds: Math.floor(Date.now() / 1000) };
}, 60_000);

/** What HTTP cannot carry in a header the server never sees. */
const canBeSent = ({ token }: Forgery): boolean => /^[\x21-\x7e][\t\x20-\x7e]*$/.test(token);

async function statusOf(token: string): Promise<number> {
  return (await post('{"query":"{ viewer { id } }"}', { authorization: `Bearer ${token}` })).status;
}

test('the server lets nobody in with a forged token, signed with its own key or not', async () => {
  expect(await statusOf(goodToken(target))).toBe(200);
  const sent = forgeries(target).filter(canBeSent);
  expect(sent.length).toBeGreaterThan(230);
  const letIn: string[] = [];
  for (const { family, number, token } of sent) {
    const status = await statusOf(token);
    if (status !== 401 && status !== 431) letIn.push(`${family}, ${String(number)}: ${String(status)}`);
  }
  expect(letIn).toEqual([]);
}, 30_000);
