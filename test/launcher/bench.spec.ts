import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { project } from './launched.js';

const waitMsMax = 300_000;

/** A fifth of a second a round: it shows that every peer still answers and every book is right, and measures nothing. */
test(
  'the benchmark runs product and peers to its end and finds their books right',
  async () => {
    const words = ['--quick', '--only', 'W1', '--rounds', '1', '--seconds', '0.2'];
    const { stdout } = await promisify(execFile)(process.execPath, [join(project, 'bin/bench.mjs'), ...words]);

    for (const contestant of ['product', 'hand', 'fn', 'typical', 'emmett', 'limit']) {
      expect(stdout).toMatch(new RegExp(`│ ${contestant} +│ [1-9]`));
    }
    expect(stdout).toContain('A quick look: it judges nothing.');
  },
  waitMsMax,
);
