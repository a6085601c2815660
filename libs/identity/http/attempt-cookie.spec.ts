import { fastifyCookie } from '@fastify/cookie';
import { fastify } from 'fastify';
import { AttemptCookie } from './attempt-cookie.js';

let nowMs = 0;
const secrets = { seal: (text: string) => Buffer.from(`sealed${text}`), open };
const cookie = (isSecure = false) => new AttemptCookie(isSecure, secrets, { now: () => nowMs });
const attempt = { provider: 'spid', state: 's', nonce: 'n', verifier: 'v' } as unknown as Parameters<
  AttemptCookie['header']
>[0];

function open(sealed: Uint8Array): string {
  const text = Buffer.from(sealed).toString();
  if (!text.startsWith('sealed')) throw new Error('not sealed here');
  return text.slice('sealed'.length);
}

/** Registering it is what gives it its words. */
beforeAll(async () => {
  await fastify().register(fastifyCookie, { hook: false });
});

test('a sign-in at a provider is taken up for ten minutes, by the browser that began it', () => {
  nowMs = 0;
  const [kept = ''] = cookie().header(attempt, { kind: 'console' }).split(';');
  nowMs = 599_999;
  expect(cookie().begun(kept)).toMatchObject({ attempt, destination: { kind: 'console' } });
  nowMs = 600_000;
  expect(cookie().begun(kept)).toBeUndefined();
});

test('what was not sealed here is none', () => {
  nowMs = 0;
  const forged = Buffer.from(JSON.stringify({ attempt, endsAtMs: 1 })).toString('base64url');
  for (const header of [undefined, '', 'reciproca-provider=', `reciproca-provider=${forged}`])
    expect(cookie().begun(header)).toBeUndefined();
});

test('no script reads it, and in production it comes over TLS from this host alone', () => {
  expect(cookie(true).removal()).toBe('__Host-reciproca-provider=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax');
});
