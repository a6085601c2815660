import TestRunner from 'jest-runner';

/** What takes minutes begins first, so that nobody waits for it at the end; a fresh clone has measured nothing yet. */
const LONG = [
  '/test/simulation/',
  '/test/history/',
  '/test/holding/',
  '/test/launcher/',
  '/test/browser/',
  '/test/e2e/',
];

/**
 * Runs as many files at once as jest is told to, the long ones first; then `*.alone.spec.ts` one at a time with nothing
 * beside them: those measure time against a limit of the product's.
 */
export default class AloneLast extends TestRunner {
  async runTests(tests, watcher, options) {
    const isAlone = ({ path }) => path.endsWith('.alone.spec.ts');
    const beside = tests.filter((test) => !isAlone(test));
    const alone = tests.filter(isAlone);
    if (beside.length > 0) await super.runTests(beside.toSorted(longFirst), watcher, options);
    this._globalConfig = { ...this._globalConfig, maxWorkers: 1 };
    if (alone.length > 0) await super.runTests(alone, watcher, options);
  }
}

function longFirst(one, other) {
  return place(one) - place(other);
}

function place({ path }) {
  const known = LONG.findIndex((folder) => path.includes(folder));
  return known < 0 ? LONG.length : known;
}
