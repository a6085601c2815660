import { duration } from '../plain/durations.js';
import type { FormProblem, TimeRules } from '../plain/log-form.js';
import { words } from '../words/forms.js';

export function problemWords(problem: FormProblem, rules: TimeRules): string {
  switch (problem.group) {
    case 'person':
      return words.choosePerson();
    case 'time':
      return timeWords(problem.what, rules);
    case 'day':
      return problem.what === 'missing' ? words.chooseDay() : words.notFuture();
  }
}

export function timeWords(what: FormProblem['what'], { stepMinutes, exchangeMinutesMax }: TimeRules): string {
  switch (what) {
    case 'no-number':
      return words.numbersOnly();
    case 'too-little':
      return words.atLeast(stepMinutes);
    case 'no-step':
      return words.inSteps(stepMinutes);
    case 'too-much':
      return words.atMost(duration(exchangeMinutesMax));
    case 'future':
    case 'missing':
      return words.chooseTime();
  }
}
