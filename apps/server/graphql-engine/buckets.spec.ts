import { Buckets } from './buckets.js';

function buckets(perMinute: number): { readonly of: Buckets; readonly pass: (ms: number) => void } {
  let now = 0;
  return { of: new Buckets(perMinute, () => now), pass: (ms) => (now += ms) };
}

test('a minute’s worth may be taken at once, and not one more', () => {
  const of = buckets(60).of;
  for (let n = 0; n < 60; n += 1) expect(of.take('carla', 1)).toBeUndefined();
  expect(of.take('carla', 1)).toBe(1);
  expect(of.take('lucia', 1)).toBeUndefined();
});

test('it grows back evenly, and never beyond a minute’s worth', () => {
  const { of, pass } = buckets(60);
  of.take('carla', 60);
  pass(999);
  expect(of.take('carla', 1)).toBe(1);
  pass(1);
  expect(of.take('carla', 1)).toBeUndefined();
  pass(3_600_000);
  expect(of.take('carla', 60)).toBeUndefined();
  expect(of.take('carla', 1)).toBe(1);
});

test('who takes more than is left owes it', () => {
  const { of, pass } = buckets(60);
  expect(of.take('carla', 90)).toBeUndefined();
  expect(of.take('carla', 1)).toBe(31);
  pass(30_999);
  expect(of.take('carla', 1)).toBe(1);
  pass(1);
  expect(of.take('carla', 1)).toBeUndefined();
});

test('a refusal takes nothing', () => {
  const { of, pass } = buckets(60);
  of.take('carla', 60);
  for (let n = 0; n < 100; n += 1) of.take('carla', 10);
  pass(1_000);
  expect(of.take('carla', 1)).toBeUndefined();
});

test('zero is no limit', () => {
  const of = buckets(0).of;
  for (let n = 0; n < 1_000; n += 1) expect(of.take('carla', 1_000)).toBeUndefined();
});

test('who was not seen for longest is forgotten at a hundred thousand, so that memory stays small', () => {
  const of = buckets(60).of;
  of.take('carla', 60);
  for (let n = 0; n < 99_999; n += 1) of.take(String(n), 1);
  expect(of.take('carla', 1)).toBe(1);
  of.take('one more', 1);
  expect(of.take('carla', 1)).toBeUndefined();
});
