import { minus, minutes, negative, plus } from './minutes.js';

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])(
  '%s is not whole minutes',
  (value) => {
    expect(() => minutes(value)).toThrow('not whole minutes');
  },
);

test('minutes are added whole, and there is no minus zero', () => {
  expect(plus(minutes(45), minutes(30))).toBe(75);
  expect(minus(minutes(45), minutes(60))).toBe(-15);
  expect(Object.is(negative(minutes(0)), 0)).toBe(true);
});
