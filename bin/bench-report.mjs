import { join } from 'node:path';

import { prepare } from './install.mjs';
import { runProgram, untilStopped } from './server.mjs';
import { project } from './settings.mjs';
import { stopSignal } from './stop-signal.mjs';
import { run } from './trouble.mjs';

/** Writes docs/benchmarks.md and its plots from what the benchmark measured. */
await run(async () => {
  prepare();
  const report = runProgram([join(project, 'dist', 'bench', 'report', 'main.js')], {});
  process.exitCode = (await untilStopped(report, stopSignal())).code ?? 1;
});
