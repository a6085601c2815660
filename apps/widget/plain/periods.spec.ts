import { isTurned, periodOf } from './periods.js';

test('a month and a year end today, and the month before on its last day', () => {
  expect(periodOf('month', '2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22' });
  expect(periodOf('year', '2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-11-22' });
  expect(periodOf('last', '2026-03-22')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(periodOf('last', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});

test('one day is a period, and days that go back are none', () => {
  expect(isTurned({ from: '2026-11-22', to: '2026-11-22' })).toBe(false);
  expect(isTurned({ from: '2026-11-22', to: '2026-11-21' })).toBe(true);
});
