import type { Problem } from '../plain-csv/problem.js';

export const problemsShownMax = 50;

/** Counts everything that is wrong with a file and keeps the first of it. */
export class Problems {
  readonly first: Problem[] = [];
  count = 0;

  add(problems: readonly Problem[]): void {
    this.count += problems.length;
    this.first.push(...problems.slice(0, problemsShownMax - this.first.length));
  }
}
