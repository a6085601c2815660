import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { startPassThrough } from './pass-through.js';
import { Recorder, type Recording } from './recording.js';
import { runScenario } from './scenario.js';

const [url = '', file = ''] = process.argv.slice(2);
const recorder = new Recorder();
const passThrough = await startPassThrough(new URL(url).host, { saw: (event) => recorder.add(event) });
await runScenario(passThrough.url, (step) => recorder.add({ kind: 'step', step }));
passThrough.stop();

const { version } = createRequire(import.meta.url)('@eventstore/db-client/package.json') as {
  readonly version: string;
};
const recording: Recording = {
  server: /"eventStoreServerVersion":"([\d.]+)"/.exec(JSON.stringify(recorder.entries))?.[1] ?? 'unknown',
  client: version,
  entries: recorder.entries,
  sent: recorder.sent,
  positions: recorder.names.positionsInOrder(),
};
const lines = recording.entries.map((entry) => JSON.stringify(entry)).join(',\n');
const rest = JSON.stringify({ ...recording, entries: undefined }).slice(1);
await writeFile(file, `{"entries":[\n${lines}\n],\n${rest}\n`);
process.exit(); // the client keeps its connection
