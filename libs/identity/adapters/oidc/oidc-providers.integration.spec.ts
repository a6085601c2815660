import { IdentityProvider } from '#testing';
import type { Attempt } from '../../ports/identity-providers.js';
import { OidcProviders, type OidcParts } from './oidc-providers.js';

const publicUrl = 'https://banca.example';
const callback = `${publicUrl}/auth/providers/comune/callback`;
const email = 'carla@example.org';
const second = 'https://www.spid.gov.it/SpidL2';

let provider: IdentityProvider;
beforeEach(async () => {
  provider = await IdentityProvider.start(callback);
  provider.account = { subject: 'carla', email, isVerified: true };
});
afterEach(() => provider.stop());

function providers(changed: { readonly offMs?: number; readonly levels?: readonly string[] } = {}): OidcProviders {
  const { issuer, clientId, clientSecret, fetch } = provider;
  const { offMs = 0, levels = [] } = changed;
  const settings = { name: 'comune', title: { it: 'Entra', en: 'Sign in' }, issuer, clientId, clientSecret, levels };
  const parts: OidcParts = {
    providers: [{ ...settings, isForConsole: true, hubs: [] }],
    publicUrl,
    clock: { now: () => Date.now() + offMs },
    fetch: (url, init) => fetch(url, init as RequestInit),
  };
  return new OidcProviders(parts);
}

async function begun(of: OidcProviders): Promise<{ readonly attempt: Attempt; readonly url: string }> {
  const begin = await of.begin('comune');
  if (begin.outcome !== 'begun') throw new Error(`the provider is ${begin.outcome}`);
  return begin;
}

/** There and back. */
async function signedIn(of: OidcProviders) {
  const { attempt, url } = await begun(of);
  const back = new URL(await provider.browse(url));
  return { attempt, back, proof: await of.finish(attempt, back) };
}

test('whoever signed in there is known by issuer and subject, and by an address that is theirs', async () => {
  const { proof } = await signedIn(providers());
  expect(proof).toEqual({ outcome: 'proved', issuer: provider.issuer, subject: 'carla', email });
});

test('the browser is sent there with PKCE, state and nonce, and asked for no more than an address', async () => {
  const { attempt, url } = await begun(providers({ levels: [second] }));
  const { origin, searchParams } = new URL(url);
  expect(origin).toBe(provider.issuer);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid email',
    code_challenge_method: 'S256',
    state: attempt.state,
    nonce: attempt.nonce,
    acr_values: second,
  });
  expect(searchParams.get('code_challenge')).not.toBe(attempt.verifier);
});

test('an address that the provider has not seen to be theirs is none', async () => {
  provider.account = { subject: 'carla', email, isVerified: false };
  expect((await signedIn(providers())).proof).toEqual({ outcome: 'proved', issuer: provider.issuer, subject: 'carla' });
  provider.account = { subject: 'carla' };
  expect((await signedIn(providers())).proof).toEqual({ outcome: 'proved', issuer: provider.issuer, subject: 'carla' });
});

test('whoever the provider does not know surely enough is refused', async () => {
  const of = providers({ levels: [second] });
  expect((await signedIn(of)).proof).toEqual({ outcome: 'refused' });
  provider.account = { ...provider.account, level: 'https://www.spid.gov.it/SpidL1' };
  expect((await signedIn(of)).proof).toEqual({ outcome: 'refused' });
  provider.account = { ...provider.account, level: second };
  expect((await signedIn(of)).proof).toMatchObject({ outcome: 'proved', subject: 'carla' });
});

test.each(['state', 'nonce', 'verifier'] as const)('another %s is refused', async (part) => {
  const of = providers();
  const { attempt, url } = await begun(of);
  const { attempt: other } = await begun(of);
  const back = new URL(await provider.browse(url));
  expect(await of.finish({ ...attempt, [part]: other[part] }, back)).toEqual({ outcome: 'refused' });
});

test('a code is good once', async () => {
  const of = providers();
  const { attempt, back, proof } = await signedIn(of);
  expect(proof.outcome).toBe('proved');
  expect(await of.finish(attempt, back)).toEqual({ outcome: 'refused' });
});

test.each([
  ['an error of the provider’s', '?error=access_denied'],
  ['no code', '?'],
  ['a code of nobody', '?code=abc'],
])('%s is refused', async (_, search) => {
  const of = providers();
  const { attempt } = await begun(of);
  const back = new URL(`${callback}${search}&state=${attempt.state}&iss=${encodeURIComponent(provider.issuer)}`);
  expect(await of.finish(attempt, back)).toEqual({ outcome: 'refused' });
});

test('an answer of another issuer is refused', async () => {
  const of = providers();
  const { attempt, url } = await begun(of);
  const back = new URL(await provider.browse(url));
  back.searchParams.set('iss', 'https://other.example');
  expect(await of.finish(attempt, back)).toEqual({ outcome: 'refused' });
});

test('a provider that is down is away, before and after', async () => {
  const of = providers();
  const { attempt, url } = await begun(of);
  const back = new URL(await provider.browse(url));
  await provider.stop();
  expect(await of.finish(attempt, back)).toEqual({ outcome: 'away' });
  expect(await of.begin('comune')).toEqual({ outcome: 'away' });
  provider = await IdentityProvider.start(callback);
});

test('a key that the provider rotated fails no sign-in that begins after it', async () => {
  const of = providers();
  expect((await signedIn(of)).proof.outcome).toBe('proved');
  provider.rotateKeys();
  expect((await signedIn(of)).proof.outcome).toBe('proved');
});

test.each([
  [-600, 'proved'],
  [600, 'proved'],
  [3_600 + 50, 'proved'],
  [3_600 + 70, 'refused'],
] as const)('with our clock %i seconds off, who signs in is %s', async (offSeconds, outcome) => {
  expect((await signedIn(providers({ offMs: offSeconds * 1000 }))).proof.outcome).toBe(outcome);
});

test('a provider that nobody registered is unknown', async () => {
  expect(await providers().begin('other')).toEqual({ outcome: 'unknown' });
  const attempt = { provider: 'other', state: '', nonce: '', verifier: '' };
  expect(await providers().finish(attempt, new URL(callback))).toEqual({ outcome: 'refused' });
});
