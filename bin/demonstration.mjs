import { createHash, randomUUID } from 'node:crypto';
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

const idFile = (dataFolder) => join(dataFolder, 'demonstration-id');

/** Made once and kept, so that the bank is the same one after its books have moved to another store. */
function idOf(dataFolder) {
  if (!existsSync(idFile(dataFolder))) writeFileSync(idFile(dataFolder), randomUUID());
  return readFileSync(idFile(dataFolder), 'utf8');
}

/** Once, and never in production: a bank to look at. Interrupted, it goes on where it was the next time. */
export async function loadDemonstration(dataFolder, environment, stop) {
  if (isLoaded(dataFolder) || process.env.NODE_ENV === 'production' || stop.aborted) return;
  console.log('Loading the demonstration bank (once) …');
  const { code } = await untilStopped(
    runProgram([programFile('cli', 'demo.js'), '--id', idOf(dataFolder)], environment),
    stop,
  );
  if (stop.aborted) return;
  if (code !== 0) throw new Trouble('The demonstration bank could not be loaded: the reason is above.');
  writeFileSync(marker(dataFolder), storeMark());
}

/** The next one is another bank: where records are never deleted, as in EventStoreDB, the old one stays beside it, unreadable. */
export function forgetDemonstration(dataFolder) {
  for (const file of [marker(dataFolder), idFile(dataFolder)]) rmSync(file, { force: true });
}
