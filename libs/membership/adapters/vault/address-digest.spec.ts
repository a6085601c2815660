import { addressDigest } from './address-digest.js';

const digest = addressDigest(new Uint8Array(32).fill(7));

test.each(['lucia@example.org', 'Lucia@Example.ORG', '  lucia@example.org ', 'LUCIA@EXAMPLE.ORG'])(
  '"%s" is the same address',
  (address) => {
    expect(digest(address)).toBe(digest('lucia@example.org'));
  },
);

test.each(['lucia@example.com', 'luci@example.org', 'lucia@example.or'])('"%s" is another', (address) => {
  expect(digest(address)).not.toBe(digest('lucia@example.org'));
});

test('a letter with its accent is the same, whole or composed', () => {
  expect(digest('niccolo\u0300@example.org')).toBe(digest('niccol\u00f2@example.org'));
});

test('a digest shows nothing of the address, and is another under another key', () => {
  expect(digest('lucia@example.org')).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(addressDigest(new Uint8Array(32))('lucia@example.org')).not.toBe(digest('lucia@example.org'));
});
