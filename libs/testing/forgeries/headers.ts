import { hmac, goodClaims, jws, nothing, strangerJwk, strangers, withHeader, type Family } from './jws.js';

/** RFC 8725, 3.10: names of keys that are not ours, or are no names. */
export const keyName: Family = (target) => {
  const { kid } = target;
  return [undefined, null, '', 'unknown', 7, [kid], { kid }, `${kid} `, `${kid}\0`, kid.toLowerCase()].map((name) =>
    withHeader(target, { kid: name }),
  );
};

/** 3.10: names that would mean something to a file system, a database, a shell or an object. */
export const keyNameInjected: Family = (target) =>
  [
    '../../../../dev/null',
    '/dev/null',
    'file:///dev/null',
    'http://evil.example/key.jwk',
    "' or '1'='1",
    "x' union select 'secret",
    '| cat /dev/null',
    '$(id)',
    '__proto__',
    'constructor',
  ].map((kid) => jws({ alg: 'HS256', typ: 'at+jwt', kid }, goodClaims(target), hmac('sha256', '')));

/** 3.10: a key that the token itself brings. */
export const embeddedKey: Family = (target) => {
  const oct = { kty: 'oct', k: Buffer.from('secret').toString('base64url') };
  return [
    strangers(target, { jwk: strangerJwk }),
    strangers(target, { jwk: { ...strangerJwk, kid: target.kid } }),
    strangers(target, { jwk: strangerJwk, kid: undefined }),
    strangers(target, { jwk: strangerJwk, kid: 'stranger' }),
    strangers(target, { jwk: { ...strangerJwk, alg: 'EdDSA', use: 'sig' } }),
    strangers(target, { jwk: JSON.stringify(strangerJwk) }),
    strangers(target, { jwk: [strangerJwk] }),
    strangers(target, { jwks: { keys: [strangerJwk] } }),
    jws({ alg: 'HS256', typ: 'at+jwt', jwk: oct }, goodClaims(target), hmac('sha256', 'secret')),
    jws({ alg: 'none', typ: 'at+jwt', jwk: strangerJwk }, goodClaims(target), nothing),
  ];
};

/** 2.7 and 3.10: a key that the token sends us to fetch. */
export const fetchedKey: Family = (target) => {
  const url = 'https://evil.example/keys.json';
  return [
    { jku: url },
    { jku: url, kid: undefined },
    { jku: url, kid: 'stranger' },
    { jku: 'file:///etc/passwd' },
    { jku: `data:application/json,${JSON.stringify({ keys: [strangerJwk] })}` },
    { jku: 'http://169.254.169.254/latest/meta-data' },
    { jku: 'http://127.0.0.1:1/keys.json' },
    { x5u: url },
    { x5u: url, kid: undefined },
    { x5u: ['https://evil.example/chain.pem'] },
  ].map((header) => strangers(target, header));
};

/** 3.10: a certificate that the token brings. */
export const certificate: Family = (target) => {
  const x5c = Buffer.from('no certificate').toString('base64');
  return [
    { x5c: [x5c] },
    { x5c: [x5c], kid: undefined },
    { x5c: [x5c], alg: 'RS256' },
    { x5c },
    { x5c: [] },
    { x5c: [null] },
    { x5c: [strangerJwk] },
    { x5t: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA', kid: undefined },
    { 'x5t#S256': 'A'.repeat(43), kid: undefined },
    { x5c: Array.from({ length: 50 }, () => x5c) },
  ].map((header) => strangers(target, header));
};

/** RFC 7515, 4.1.11: what must be understood, and is not. */
export const critical: Family = (target) =>
  [
    { crit: [] },
    { crit: null },
    { crit: 'exp' },
    { crit: [7] },
    { crit: {} },
    { crit: ['exp'] },
    { crit: ['exp'], exp: target.nowSeconds + 600 },
    { crit: ['b64'] },
    { crit: ['b64'], b64: false },
    { crit: ['http://example.com/x'], 'http://example.com/x': true },
  ].map((header) => withHeader(target, header));
