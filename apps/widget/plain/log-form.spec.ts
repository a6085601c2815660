import { emptyForm, minutesIn, problemsIn, timeProblem, type LogForm } from './log-form.js';

const rules = { stepMinutes: 15, exchangeMinutesMax: 1_440 };
const today = '2026-11-14';
const person = { id: 'x', displayName: 'Carla Ferri', number: 3, hasEmail: true, hub: null };
const form: LogForm = { ...emptyForm('gave', today, 'key'), person, chosen: 60 };

test('a form with a person and a time may be sent', () => {
  expect(problemsIn(form, rules, today)).toEqual([]);
});

test('what is missing is said from the top of the screen to its end', () => {
  const empty = { ...emptyForm('gave', today, 'key'), day: '2026-11-15' };
  expect(problemsIn(empty, rules, today)).toEqual([
    { group: 'person', what: 'missing' },
    { group: 'time', what: 'missing' },
    { group: 'day', what: 'future' },
  ]);
});

test.each([
  { hours: '0', minutes: 0, what: 'too-little' },
  { hours: '0', minutes: 15, what: undefined },
  { hours: '0', minutes: 20, what: 'no-step' },
  { hours: '24', minutes: 0, what: undefined },
  { hours: '24', minutes: 15, what: 'too-much' },
  { hours: 'due', minutes: 0, what: 'no-number' },
  { hours: '1,5', minutes: 0, what: undefined },
])('$hours h $minutes min: $what', ({ hours, minutes, what }) => {
  expect(timeProblem({ chosen: 'other', hours, minutes }, rules)).toBe(what);
});

test('a fraction of an hour counts as its minutes', () => {
  expect(minutesIn({ chosen: 'other', hours: '1,5', minutes: 0 })).toBe(90);
  expect(minutesIn({ chosen: 'other', hours: '2', minutes: 45 })).toBe(165);
  expect(minutesIn({ chosen: 90, hours: '', minutes: 0 })).toBe(90);
});

test('a day before today is right, tomorrow is not', () => {
  expect(problemsIn({ ...form, day: '2026-11-13' }, rules, today)).toEqual([]);
  expect(problemsIn({ ...form, day: '2026-11-15' }, rules, today)).toEqual([{ group: 'day', what: 'future' }]);
});
