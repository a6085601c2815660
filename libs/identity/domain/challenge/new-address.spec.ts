import { challengeIn, challengeText, codeIn } from './new-address.js';

const nonce = 'Abc-_123456789012345xy';
const challenge = { expiresAtMs: 1_793_000_000_000, nonce };

test('a challenge is read as it was written, and nothing else is one', () => {
  expect(challengeIn(challengeText(challenge))).toEqual(challenge);
  for (const other of ['', nonce, `1.${nonce}`, `1793000000000.${nonce}x`, `-793000000000.${nonce}`, '1793000000000.'])
    expect(challengeIn(other)).toBeUndefined();
});

test.each([
  [[0, 0, 0, 0, 0, 7], '000007'],
  [[0, 0, 0, 0x0f, 0x42, 0x40], '000000'],
  [[255, 255, 255, 255, 255, 255], '710655'],
])('the bytes %j are the code %s, whatever follows them', (bytes, code) => {
  expect(codeIn(Uint8Array.from([...bytes, 1]))).toBe(code);
});
