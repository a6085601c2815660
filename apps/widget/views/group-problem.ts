import type { App } from '../app/app.js';
import { problemWords } from '../app/problem-words.js';
import type { Logging } from '../app/state.js';
import type { FormProblem } from '../plain/log-form.js';
import { problem, type Shown } from './parts.js';

/** What is missing in a group, beside it: the same words as above the form. */
export function problemOf(app: App, { problems }: Logging, group: FormProblem['group']): Shown {
  const found = problems.find((each) => each.group === group);
  return problem(`${group}-problem`, found && problemWords(found, app.home.bank.rules));
}
