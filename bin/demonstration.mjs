import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { programFile, runProgram, untilStopped } from './server.mjs';
import { Trouble } from './trouble.mjs';

const marker = (dataFolder) => join(dataFolder, 'demonstration-loaded');

/** Which store the bank was loaded into, without saying its address. */
function storeMark() {
  const { EVENT_STORE_URL: url } = process.env;
  return url ? createHash('sha256').update(url).digest('base64url') : '';
}

const isLoaded = (dataFolder) =>
  existsSync(marker(dataFolder)) && readFileSync(marker(dataFolder), 'utf8') === storeMark();

/** Once, and never in production: a bank to look at. Interrupted, it goes on where it was the next time. */
export async function loadDemonstration(dataFolder, environment, stop) {
  if (isLoaded(dataFolder) || process.env.NODE_ENV === 'production' || stop.aborted) return;
  console.log('Loading the demonstration bank (once) …');
  const { code } = await untilStopped(runProgram([programFile('cli', 'demo.js')], environment), stop);
  if (stop.aborted) return;
  if (code !== 0) throw new Trouble('The demonstration bank could not be loaded: the reason is above.');
  writeFileSync(marker(dataFolder), storeMark());
}

export function forgetDemonstration(dataFolder) {
  rmSync(marker(dataFolder), { force: true });
}
