import { createHmac } from 'node:crypto';
import { hmac } from './hmac.js';

describe('HMAC by two hashes', () => {
  test.each([
    { says: 'nothing', key: Buffer.alloc(0), parts: [] },
    { says: 'a text', key: Buffer.alloc(32, 7), parts: ['{"actor":"è 📒"}'] },
    {
      says: 'texts and bytes',
      key: Buffer.alloc(64, 255),
      parts: ['reciproca/1/text\0', Buffer.of(0, 128, 255), 'end'],
    },
    { says: 'what just fits the scratch bytes', key: Buffer.alloc(32, 1), parts: [Buffer.alloc(8_128, 3)] },
    {
      says: 'more than fits the scratch bytes',
      key: Buffer.alloc(32, 1),
      parts: [Buffer.alloc(8_129, 3), 'ì'.repeat(3_000)],
    },
  ])("is node:crypto's, of $says", ({ key, parts }) => {
    for (const encoding of ['base64url', 'hex'] as const) {
      const known = createHmac('sha256', key);
      for (const part of parts) known.update(part);
      expect(hmac(encoding, key, ...parts)).toBe(known.digest(encoding));
    }
  });

  test('takes no key longer than a block, which would have to be hashed first', () => {
    expect(() => hmac('hex', Buffer.alloc(65), 'a')).toThrow('a key is at most 64 bytes');
  });
});
