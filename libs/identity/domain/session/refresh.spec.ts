import { familyMsMax, graceMs, idleMsMax, refresh, type Family } from './refresh.js';

const rotatedAtMs = Date.parse('2026-03-01T10:00:00Z');
const family: Family = { generation: 3, rotatedAtMs, endsAtMs: rotatedAtMs + familyMsMax, status: 'open' };
const token = (generation: number, isSameDevice = true) => ({ generation, isSameDevice });

describe('refreshing', () => {
  test('the last token is replaced by the next', () => {
    const atMs = rotatedAtMs + 600_000;
    const next = { ...family, generation: 4, rotatedAtMs: atMs };
    expect(refresh(family, token(3), atMs)).toEqual({ outcome: 'rotated', family: next });
  });

  test.each([
    { afterMs: 0, outcome: 'repeated' },
    { afterMs: graceMs - 1, outcome: 'repeated' },
    { afterMs: graceMs, outcome: 'revoked' },
  ])('the one before it, $afterMs ms after it was replaced: $outcome', ({ afterMs, outcome }) => {
    expect(refresh(family, token(2), rotatedAtMs + afterMs).outcome).toBe(outcome);
  });

  test('a repeated answer changes nothing: the same successor again', () => {
    expect(refresh(family, token(2), rotatedAtMs + 1)).toEqual({ outcome: 'repeated', family });
  });

  test.each([
    ['the last token', 3],
    ['the one before it, within the grace', 2],
  ])('another device with %s revokes the family', (_, generation) => {
    const revoked = { outcome: 'revoked', family: { ...family, status: 'ended' } };
    expect(refresh(family, token(generation, false), rotatedAtMs + 1)).toEqual(revoked);
  });

  test.each([1, 0, 4])('token %i of a family at 3 revokes it, also within the grace', (generation) => {
    expect(refresh(family, token(generation), rotatedAtMs + 1).outcome).toBe('revoked');
  });

  test('what was revoked stays so', () => {
    const { family: ended } = refresh(family, token(0), rotatedAtMs) as { readonly family: Family };
    expect(refresh(ended, token(3), rotatedAtMs + 1)).toEqual({ outcome: 'over' });
  });

  test.each([
    { afterMs: idleMsMax - 1, outcome: 'rotated' },
    { afterMs: idleMsMax, outcome: 'over' },
  ])('who comes back after $afterMs ms: $outcome', ({ afterMs, outcome }) => {
    expect(refresh(family, token(3), rotatedAtMs + afterMs).outcome).toBe(outcome);
  });

  test.each([
    { beforeMs: 1, outcome: 'rotated' },
    { beforeMs: 0, outcome: 'over' },
  ])('$beforeMs ms before its end: $outcome', ({ beforeMs, outcome }) => {
    const endsAtMs = rotatedAtMs + 1_000;
    expect(refresh({ ...family, endsAtMs }, token(3), endsAtMs - beforeMs).outcome).toBe(outcome);
  });
});
