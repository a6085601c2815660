import { randomBytes } from 'node:crypto';
import { encoded, goodClaims, goodHeader, goodToken, jws, type Family } from './jws.js';

const parts = (token: string): readonly [string, string, string] => {
  const [header = '', claims = '', signature = ''] = token.split('.');
  return [header, claims, signature];
};

/** What is left of a token, or too much of one. */
export const shape: Family = (target) => {
  const token = goodToken(target);
  const [header, claims, signature] = parts(token);
  return [
    '.',
    '..',
    header,
    `${header}.${claims}`,
    `${header}.${claims}.`,
    `.${claims}.${signature}`,
    `${header}..${signature}`,
    `${token}.${signature}`,
    `${token}..`,
    token.slice(0, -4),
  ];
};

/** The claims changed, the signature left as it was. */
export const tampered: Family = (target) => {
  const token = goodToken(target);
  const [header, claims, signature] = parts(token);
  const said = JSON.stringify(goodClaims(target));
  const other = '00000000-0000-8000-8000-000000000001';
  const kept = (text: string): string => `${header}.${encoded(text)}.${signature}`;
  return [
    kept(said.replace(target.person, other)),
    kept(said.replace(/}$/, `,"sub":"${other}"}`)),
    kept(said.replace(/^{/, `{"sub":"${other}",`)),
    kept(said.replace(/}$/, ',"powers":"all"}')),
    kept(said.replace(/"exp":\d+/, '"exp":99999999999')),
    kept(said.replace(/"exp":\d+/, '"exp":1e999')),
    kept(` ${said}`),
    kept(said.replace('"sub"', '"\\u0073ub"')),
    kept(JSON.stringify(Object.fromEntries(Object.entries(goodClaims(target)).reverse()))),
    `${encoded({ ...goodHeader(target), note: 'harmless' })}.${claims}.${signature}`,
  ];
};

/** The same token in another writing: one token has one. */
export const writing: Family = (target) => {
  const token = goodToken(target);
  const [header, claims, signature] = parts(token);
  return [
    `${header}.${claims}.${signature}=`,
    `${header}==.${claims}.${signature}`,
    `${header}.${claims}. ${signature}`,
    `${header}\n.${claims}.${signature}`,
    `${header}.${claims}\t.${signature}`,
    `${header}\u3002${claims}\u3002${signature}`,
    `${header}.${claims}.${signature}\u200b`,
    `${header}.${claims}.${signature}%3D`,
    `"${token}"`,
    encoded(token),
  ];
};

/** What is no token of ours, but may be had from us or from others. */
export const otherSecret: Family = (target) => {
  const id = '0a1b2c3d-7c1b-8a52-9d57-3a2f0c5d6e7f';
  return [
    `${id}.0.${randomBytes(32).toString('base64url')}`,
    `${id}.1.${parts(goodToken(target))[2].slice(0, 43)}`,
    '123456',
    randomBytes(32).toString('base64url'),
    target.person,
    target.kid,
    id,
    'undefined',
    '[object Object]',
    jws({ alg: 'RS256', typ: 'JWT', kid: 'provider' }, { iss: 'https://provider.example', sub: 'carla' }, () =>
      randomBytes(256),
    ),
  ];
};

/** Encrypted, nested, or large: nothing of ours is. */
export const wrapped: Family = (target) => {
  const token = goodToken(target);
  const [header, claims, signature] = parts(token);
  const [iv, tag] = [randomBytes(12).toString('base64url'), randomBytes(16).toString('base64url')];
  const jwe = (head: object): string => `${encoded(head)}..${iv}.${encoded(token)}.${tag}`;
  return [
    jwe({ alg: 'dir', enc: 'A256GCM' }),
    jwe({ alg: 'dir', enc: 'A256GCM', cty: 'JWT' }),
    jwe({ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 2 ** 31, p2s: 'AAAAAAAAAAA' }),
    jwe({ alg: 'dir', enc: 'A256GCM', zip: 'DEF' }),
    jwe({ alg: 'none', enc: 'A256GCM' }),
    jws({ alg: 'EdDSA', typ: 'at+jwt', cty: 'JWT' }, token, () => randomBytes(64)),
    JSON.stringify({ protected: header, payload: claims, signature }),
    JSON.stringify({ payload: claims, signatures: [{ protected: header, signature }] }),
    `${header}.${encoded({ ...goodClaims(target), more: 'x'.repeat(6_000) })}.${signature}`,
    `${encoded('{"a":'.repeat(1_000))}.${claims}.${signature}`,
  ];
};
