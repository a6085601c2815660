import { goodClaims, goodHeader, jws, ours, withClaim, type Family } from './jws.js';

/** RFC 8725, 3.8: somebody else's, or nobody's. */
export const issuer: Family = (target) =>
  [undefined, '', null, 'Reciproca', 'reciproca/', ' reciproca', ['reciproca'], {}, 'https://reciproca', 7].map((iss) =>
    withClaim(target, 'iss', iss),
  );

/** 3.9: for somebody else. */
export const audience: Family = (target) =>
  [undefined, '', null, 'reciproca', 'Reciproca-api', 'reciproca-api ', [], ['another-api'], {}, 7].map((aud) =>
    withClaim(target, 'aud', aud),
  );

/** Over, or without an end. */
export const expiry: Family = (target) => {
  const { nowSeconds: now } = target;
  return [undefined, null, now, now - 1, now - 86_400, 0, -1, String(now + 600), true, [now + 600]].map((exp) =>
    withClaim(target, 'exp', exp),
  );
};

/** Not valid yet, or from a time that cannot be. */
export const beginning: Family = (target) => {
  const { nowSeconds: now } = target;
  return [
    ...[now + 3_600, now + 1e9, String(now), null, [now]].map((nbf) => withClaim(target, 'nbf', nbf)),
    ...[undefined, null, now + 86_400, String(now), now - 2 * 366 * 86_400].map((iat) => withClaim(target, 'iat', iat)),
  ];
};

/** 3.8: of nobody whom an id names. */
export const subject: Family = (target) => {
  const { person } = target;
  return [
    undefined,
    '',
    null,
    7,
    [person],
    { id: person },
    'Carla',
    person.toUpperCase(),
    `{${person}}`,
    `${person} `,
  ].map((sub) => withClaim(target, 'sub', sub));
};

/** 2.8 and 3.11: of another type, which ours could be taken for or could be taken for ours. */
export const type: Family = (target) =>
  ['JWT', 'jwt', 'id_token', 'logout+jwt', 'dpop+jwt', 'secevent+jwt', 'rt+jwt', '', null, undefined].map((typ) =>
    jws({ ...goodHeader(target), typ }, goodClaims(target), ours(target)),
  );

/** Sessions as we never write them: more powers, half a session, or no words at all. */
export const session: Family = (target) => {
  const sid = '0a1b2c3d-7c1b-8a52-9d57-3a2f0c5d6e7f';
  return [
    { sid },
    { powers: 'all' },
    { sid, powers: 'everything' },
    { sid, powers: ['all'] },
    { sid: 'mine', powers: 'all' },
    { sid: 7, powers: 'own' },
    { sid, powers: 'own', origin: ['https://rho.example'] },
    { sid, powers: 'own', origin: 7 },
    { origin: 'https://rho.example' },
    { sid: null, powers: null },
  ].map((claims) => jws(goodHeader(target), { ...goodClaims(target), ...claims }, ours(target)));
};
