import { dayAndYear, fullDay, lastDay, spoken } from './hours.js';

test.each([
  ['2026-12-01', '1° dicembre', '1 December'],
  ['2026-12-11', '11 dicembre', '11 December'],
  ['2026-12-21', '21 dicembre', '21 December'],
])('%s as the last day', (day, it, en) => {
  expect([lastDay(day, 'it'), lastDay(day, 'en')]).toEqual([it, en]);
});

test('a day in full, and with its year alone', () => {
  expect(fullDay('2026-11-01', 'it')).toBe('domenica 1° novembre 2026');
  expect(fullDay('2026-11-14', 'en')).toBe('Saturday 14 November 2026');
  expect([dayAndYear('2026-11-01', 'it'), dayAndYear('2026-11-28', 'en')]).toEqual([
    '1° novembre 2026',
    '28 November 2026',
  ]);
});

test.each([
  ['Rispondi entro il 8 dicembre', 'Rispondi entro l’8 dicembre'],
  ['Hai tempo fino al 11 dicembre.', 'Hai tempo fino all’11 dicembre.'],
  ['È confermata dal 8 maggio 2026.', 'È confermata dall’8 maggio 2026.'],
  ['Rispondi entro il 18 dicembre', 'Rispondi entro il 18 dicembre'],
  ['Hai tempo fino al 1° dicembre.', 'Hai tempo fino al 1° dicembre.'],
  ['Vale fino alle 01:05.', 'Vale fino all’01:05.'],
  ['Vale fino alle 11:05.', 'Vale fino alle 11:05.'],
])('%s: %s', (written, said) => {
  expect(spoken(written)).toBe(said);
});
