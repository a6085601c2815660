import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { programFile, runProgram, untilStopped } from './server.mjs';
import { Trouble } from './trouble.mjs';

const marker = (dataFolder) => join(dataFolder, 'demonstration-loaded');

/** Once, and never in production: a bank to look at. Interrupted, it goes on where it was the next time. */
export async function loadDemonstration(dataFolder, environment, stop) {
  if (existsSync(marker(dataFolder)) || process.env.NODE_ENV === 'production' || stop.aborted) return;
  console.log('Loading the demonstration bank (once) …');
  const { code } = await untilStopped(runProgram([programFile('cli', 'demo.js')], environment), stop);
  if (stop.aborted) return;
  if (code !== 0) throw new Trouble('The demonstration bank could not be loaded: the reason is above.');
  writeFileSync(marker(dataFolder), '');
}

export function forgetDemonstration(dataFolder) {
  rmSync(marker(dataFolder), { force: true });
}
