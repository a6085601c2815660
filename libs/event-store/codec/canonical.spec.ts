import fc from 'fast-check';
import canonicalize from 'canonicalize';
import { canonical } from './canonical.js';

const key = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/);
const text = fc
  .string({ unit: 'grapheme' })
  .filter((value) => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value));
const whole = fc.maxSafeInteger().map((value) => (value === 0 ? 0 : value));
const { value: allowed } = fc.letrec((tie) => ({
  value: fc.oneof(
    text,
    whole,
    fc.boolean(),
    fc.array(tie('value')),
    fc.dictionary(key, tie('value'), { noNullPrototype: true }),
  ),
}));

describe('canonical JSON', () => {
  test('is what RFC 8785 says, wherever the frozen formats allow a value', () => {
    fc.assert(
      fc.property(allowed, (value) => expect(canonical(value)).toBe(canonicalize(value))),
      { numRuns: 1_000 },
    );
  });

  test('sorts keys and escapes as little as it may', () => {
    expect(canonical({ b: ['è\u2028\u007f/', '"\\\n\u001f'], a: { zB: true, za: -1 } })).toBe(
      '{"a":{"zB":true,"za":-1},"b":["è\u2028\u007f/","\\"\\\\\\n\\u001f"]}',
    );
  });

  test('keeps text as it is: composed and decomposed letters stay different', () => {
    expect(canonical('\u00e8')).not.toBe(canonical('e\u0300'));
  });

  test.each([
    ['null', null],
    ['null in a list', [null]],
    ['undefined', undefined],
    ['a key without a value', { a: undefined }],
    ['a hole in a list', Array.from({ length: 2 })],
    ['a fraction', 0.5],
    ['-0', -0],
    ['a number above 2^53-1', 2 ** 53],
    ['a number below -(2^53-1)', -(2 ** 53)],
    ['no number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a bigint', 1n],
    ['a symbol', Symbol('a')],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(2)],
    ['an empty key', { '': 1 }],
    ['a key that starts with a capital', { Key: 1 }],
    ['a key with a dash', { 'some-key': 1 }],
    ['a key that is an id', { '00000000-0000-4000-8000-000000000001': 1 }],
    ['a key that would be a prototype', JSON.parse('{"__proto__":1}')],
    ['U+0000', 'a\u0000'],
    ['a high surrogate alone', 'a\ud800'],
    ['a low surrogate alone', '\udc00a'],
  ])('refuses %s', (_, value: unknown) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });

  test.each([2 ** 53 - 1, -(2 ** 53 - 1), 0])('takes %d', (value) => {
    expect(canonical(value)).toBe(String(value));
  });
});
