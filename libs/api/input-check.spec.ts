import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
  validateSync,
} from 'class-validator';
import fc from 'fast-check';
import { InputCheck, tidy } from './input-check.js';

class Below {
  @IsInt()
  @Min(0)
  @Max(10)
  readonly count!: number;
}
class Above {
  @Length(2, 5)
  readonly name!: string;
  @IsOptional()
  @Matches(/^[a-z]+$/, { each: true })
  @ArrayMaxSize(2)
  readonly codes?: readonly string[];
  @IsOptional()
  @ValidateNested()
  readonly below?: Below;
}
class Further extends Above {
  @IsIn(['both', 'receiver'])
  readonly consent!: string;
}

const input = fc.record(
  {
    name: fc.string({ maxLength: 7 }),
    consent: fc.constantFrom('both', 'receiver', 'neither', ''),
    codes: fc.array(fc.constantFrom('a', 'bc', 'D', ''), { maxLength: 4 }),
    below: fc.record({ count: fc.oneof(fc.integer({ min: -3, max: 13 }), fc.double({ min: -3, max: 13 })) }),
  },
  { requiredKeys: ['name', 'consent'] },
);

test('finds a fault exactly where class-validator does', () => {
  const check = new InputCheck(Further);
  fc.assert(
    fc.property(input, (plain) => {
      const below = plain.below && Object.assign(new Below(), plain.below);
      const errors = validateSync(Object.assign(new Further(), plain, below ? { below } : {}));
      const places = errors.flatMap(({ property, children = [] }) =>
        children.length > 0 ? children.map((child) => `${property}.${child.property}`) : [property],
      );
      const finding = check.firstFinding(plain);
      if (errors.length === 0) expect(finding).toBeUndefined();
      else expect(places).toContain(finding?.field);
    }),
    { numRuns: 1_000 },
  );
});

test('a finding says the rule with its numbers', () => {
  const finding = new InputCheck(Above).firstFinding({ name: 'a' });
  expect(finding).toMatchObject({
    field: 'name',
    facts: { a: 2, b: 5 },
    words: { it: 'Servono da {a} a {b} caratteri.' },
  });
});

test('a nested input is found by its path', () => {
  const finding = new InputCheck(Above).firstFinding({ name: 'abc', below: { count: 11 } });
  expect(finding).toMatchObject({ field: 'below.count', facts: { a: 10 } });
});

describe('a text', () => {
  test('is kept in NFC, and what is null is absent', () => {
    expect(tidy({ note: 'cafe\u0301', reason: null, list: ['e\u0301'] })).toEqual({
      tidied: { note: 'café', list: ['é'] },
    });
  });

  test.each([
    ['U+0000', 'a\u0000b'],
    ['half of a pair', 'a\ud800b'],
    ['the other half', '\udc00'],
  ])('with %s cannot be kept', (_, text) => {
    expect(tidy({ input: { note: text } })).toMatchObject({ finding: { field: 'input.note' } });
    expect(tidy({ list: ['a', text] })).toMatchObject({ finding: { field: 'list.1' } });
  });

  test('with a whole pair is kept', () => {
    expect(tidy({ note: '👋' })).toEqual({ tidied: { note: '👋' } });
  });
});
