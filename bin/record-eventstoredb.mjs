import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { compilerFile, install } from './install.mjs';
import { project } from './settings.mjs';
import { run, Trouble } from './trouble.mjs';

const HELP = `EVENT_STORE_URL=esdb://127.0.0.1:2113?tls=false npm run record:eventstoredb

Asks a new, empty EventStoreDB 23.10.6 (single node, insecure) what the tests of its double need to know and
writes down what it answers, in libs/testing/eventstoredb-double/recordings.`;

const RECORDER = 'dist/recorder/libs/testing/eventstoredb-double/recording/record.js';
const RECORDING = 'libs/testing/eventstoredb-double/recordings/23.10.6.json';

await run(() => {
  if (process.argv.includes('--help')) console.log(HELP);
  else record(process.env.EVENT_STORE_URL);
});

function record(url) {
  if (!url) throw new Trouble('EVENT_STORE_URL must name a new, empty EventStoreDB.');
  install();
  for (const [program, ...flags] of [
    [compilerFile, '-p', join(project, 'tsconfig.recorder.json')],
    [join(project, RECORDER), url, join(project, RECORDING)],
  ]) {
    const { status } = spawnSync(process.execPath, [program, ...flags], { stdio: 'inherit' });
    if (status !== 0) throw new Trouble('Nothing was recorded.');
  }
}
