import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import {
  byStranger,
  encoded,
  goodClaims,
  goodHeader,
  goodToken,
  hmac,
  jws,
  nothing,
  ours,
  publicHalf,
  type Family,
  type Target,
} from './jws.js';

const under = (target: Target, alg: unknown, by: (input: Buffer) => Buffer): string =>
  jws({ ...goodHeader(target), alg }, goodClaims(target), by);

/** RFC 8725, 2.1 and 3.1: "none" in all its spellings. */
export const unsigned: Family = (target) =>
  ['none', 'None', 'NONE', 'nOnE', 'none ', ' none', 'n\u043ene', '', null, undefined].map((alg) =>
    under(target, alg, nothing),
  );

/** 2.1: our public key, which everybody may know, as the secret of a MAC. */
export const macByPublicKey: Family = (target) => {
  const key = publicHalf(target);
  const { x = '' } = key.export({ format: 'jwk' });
  const [pem, der] = [key.export({ format: 'pem', type: 'spki' }), key.export({ format: 'der', type: 'spki' })];
  const raw = Buffer.from(x, 'base64url');
  return [
    under(target, 'HS256', hmac('sha256', pem)),
    under(target, 'HS256', hmac('sha256', der)),
    under(target, 'HS256', hmac('sha256', raw)),
    under(target, 'HS256', hmac('sha256', x)),
    under(target, 'HS256', hmac('sha256', JSON.stringify(key.export({ format: 'jwk' })))),
    under(target, 'HS384', hmac('sha384', raw)),
    under(target, 'HS384', hmac('sha384', pem)),
    under(target, 'HS512', hmac('sha512', raw)),
    under(target, 'HS512', hmac('sha512', pem)),
    under(target, 'EdDSA', hmac('sha512', raw)),
  ];
};

/** 2.2: secrets that are guessed first. */
export const macByWeakSecret: Family = (target) =>
  ['', 'secret', 'password', target.kid, 'reciproca', 'reciproca-api', 'changeme', 'null', 'undefined', '0'].map(
    (secret) => under(target, 'HS256', hmac('sha256', secret)),
  );

/** 3.1: our signature under the name of another algorithm. */
export const otherAlgorithm: Family = (target) =>
  ['RS256', 'RS512', 'PS256', 'ES256', 'ES384', 'ES512', 'ES256K', 'Ed448', 'eddsa', ['EdDSA']].map((alg) =>
    under(target, alg, ours(target)),
  );

/** 3.10: whatever other keys sign. */
export const otherKey: Family = (target) => {
  const [ed448, p256, rsa] = [
    generateKeyPairSync('ed448').privateKey,
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  ];
  const byP256 = (input: Buffer): Buffer => sign('sha256', input, { key: p256, dsaEncoding: 'ieee-p1363' });
  const byRsa = (input: Buffer): Buffer => sign('sha256', input, rsa);
  const claims = goodClaims(target);
  return [
    under(target, 'EdDSA', byStranger),
    jws({ alg: 'EdDSA', typ: 'at+jwt', kid: 'stranger' }, claims, byStranger),
    jws({ alg: 'EdDSA', typ: 'at+jwt' }, claims, byStranger),
    under(target, 'EdDSA', (input) => sign(null, input, ed448)),
    under(target, 'Ed448', (input) => sign(null, input, ed448)),
    under(target, 'ES256', byP256),
    under(target, 'EdDSA', byP256),
    under(target, 'RS256', byRsa),
    under(target, 'EdDSA', byRsa),
    jws({ alg: 'EdDSA', typ: 'at+jwt', kid: target.kid }, { ...claims, iss: 'reciproca' }, (input) =>
      byStranger(Buffer.concat([input, Buffer.from('.')])),
    ),
  ];
};

/** The order of Ed25519's group: S and S + L would both hold for a check that forgets to look. */
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;

/** 2.1: signatures that are none, or are another's, or ours written in another way. */
export const otherSignature: Family = (target) => {
  const header = goodHeader(target);
  const again = { ...goodClaims(target), iat: target.nowSeconds - 1 };
  const [one, two] = [goodToken(target), jws(header, again, ours(target))].map((token) => token.split('.'));
  const [head = '', body = '', signature = ''] = one ?? [];
  const bytes = Buffer.from(signature, 'base64url');
  const sBytes = Buffer.from(bytes.subarray(32)).reverse();
  const grown = (BigInt(`0x${sBytes.toString('hex')}`) + groupOrder).toString(16).padStart(64, '0');
  const malleable = Buffer.concat([bytes.subarray(0, 32), Buffer.from(grown, 'hex').reverse()]);
  const lowOrder = Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]);
  const lastLetter = String.fromCharCode(signature.charCodeAt(85) + 1);
  return [
    ...[Buffer.alloc(64), Buffer.alloc(64, 255), lowOrder, randomBytes(64), malleable, bytes.subarray(0, 63)].map(
      (forged) => `${head}.${body}.${forged.toString('base64url')}`,
    ),
    `${head}.${body}.${two?.[2] ?? ''}`,
    `${head}.${two?.[1] ?? ''}.${signature}`,
    `${head}.${body}.${encoded(sign(null, Buffer.from(body), target.signing))}`,
    `${head}.${body}.${signature.slice(0, 85)}${lastLetter}`,
  ];
};
