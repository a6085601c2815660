import { fastifyCookie } from '@fastify/cookie';
import { fastify } from 'fastify';
import { asId, type PersonId } from '#kernel';
import { idOf } from '#testing';
import type { SessionId } from '../domain/session/session.state.js';
import type { Bearer } from '../ports/tokens.js';
import { ConsoleCookie } from './console-cookie.js';
import { ConsoleSessions } from './console-sessions.js';
import { RequestIdentity } from './request-identity.js';
import type { WebRequest } from './web-request.js';

const rho = 'https://rho.example';
const carla = idOf<PersonId>('Carla');
const [embedded, console_] = [idOf<SessionId>('embedded'), idOf<SessionId>('console')];
const bearers: Readonly<Record<string, Bearer>> = {
  ofRho: { person: carla, powers: 'own', session: embedded, origin: rho },
  ofNobodysPage: { person: carla, powers: 'all' },
};
const ofCookie: Bearer = { person: carla, powers: 'all', session: console_ };

const noBytes = new Uint8Array();

let nowMs = 0;
let looks = 0;
let ended: ReadonlySet<SessionId> = new Set();
let endsAtMs = Infinity;
const store = {
  ofSecret: () => {
    looks += 1;
    const place = { kind: 'console' } as const;
    const dates = { openedAtMs: 0, seenAtMs: 0, endsAtMs };
    const kept = {
      family: { generation: 0, rotatedAtMs: 0, endsAtMs, status: 'open' },
      secretHash: noBytes,
      salt: '',
    } as const;
    const session = { id: console_, person: carla, place, by: 'code', agent: '', ...dates, ...kept } as const;
    return Promise.resolve(nowMs < endsAtMs ? session : undefined);
  },
};
const tokens = {
  issue: () => Promise.reject(new Error('none')),
  bearer: (token: string) => Promise.resolve(bearers[token]),
};
const identity = () =>
  new RequestIdentity(
    tokens,
    { has: (session) => Promise.resolve(ended.has(session)) },
    new ConsoleSessions(store, { hash: (secret) => Buffer.from(secret) }, new ConsoleCookie(false), {
      now: () => nowMs,
    }),
  );

/** Registering it is what gives it its words. */
beforeAll(async () => {
  await fastify().register(fastifyCookie, { hook: false });
});
beforeEach(() => {
  [nowMs, looks, ended, endsAtMs] = [0, 0, new Set(), Infinity];
});

function sent(headers: WebRequest['headers'], method = 'POST'): WebRequest {
  return { method, ip: '127.0.0.1', host: 'ours.example', headers };
}

describe('a token', () => {
  const authorization = 'Bearer ofRho';

  test('of a page is good there and where no page asks, and nobody’s on any other page', async () => {
    expect(await identity().of(sent({ authorization, origin: rho }))).toEqual(bearers['ofRho']);
    expect(await identity().of(sent({ authorization }))).toEqual(bearers['ofRho']);
    for (const origin of ['https://rho.example.org', 'https://ours.example', 'null'])
      expect(await identity().of(sent({ authorization, origin }))).toBeUndefined();
  });

  test('is nobody’s once its session ended; one without a session is good anywhere', async () => {
    ended = new Set([embedded]);
    expect(await identity().of(sent({ authorization, origin: rho }))).toBeUndefined();
    const anywhere = { authorization: 'Bearer ofNobodysPage', origin: 'https://other.example' };
    expect(await identity().of(sent(anywhere))).toEqual(bearers['ofNobodysPage']);
  });

  test.each(['Bearer wrong', 'Basic Y2FybGE6MQ==', 'Bearer', ''])(
    'that is none is not made good by a cookie beside it: %j',
    async (none) => {
      expect(await identity().of(sent({ authorization: none, cookie: 'reciproca=s' }, 'GET'))).toBeUndefined();
    },
  );
});

describe('the console’s cookie', () => {
  const cookie = 'reciproca=s';

  test.each<[string, WebRequest, boolean]>([
    ['reads from anywhere', sent({ cookie }, 'GET'), true],
    ['changes something from a page of ours', sent({ cookie, origin: 'https://ours.example' }), true],
    ['does so behind a proxy', sent({ cookie, origin: 'https://o.example', 'sec-fetch-site': 'same-origin' }), true],
    ['does nothing without an origin', sent({ cookie }), false],
    ['does nothing from another page', sent({ cookie, origin: rho }), false],
    ['does nothing from a page beside ours', sent({ cookie, origin: rho, 'sec-fetch-site': 'same-site' }), false],
    ['does nothing from our name at another port', sent({ cookie, origin: 'https://ours.example:8443' }), false],
    ['is read by its name', sent({ cookie: 'other=s' }, 'GET'), false],
    ['is not empty', sent({ cookie: 'reciproca=' }, 'GET'), false],
  ])('%s', async (_what, request, isGood) => {
    expect(await identity().of(request)).toEqual(isGood ? ofCookie : undefined);
  });

  test('is nobody’s once its session ended or is over, and looked up again every ten minutes', async () => {
    const one = identity();
    const asked = () => one.of(sent({ cookie }, 'GET'));
    endsAtMs = 700_000;
    await asked();
    nowMs = 599_999;
    expect([await asked(), looks]).toEqual([ofCookie, 1]);
    nowMs = 600_000;
    expect([await asked(), looks]).toEqual([ofCookie, 2]);
    ended = new Set([asId<SessionId>(console_)]);
    expect(await asked()).toBeUndefined();
    ended = new Set();
    nowMs = 700_000;
    expect(await asked()).toBeUndefined();
  });
});
