import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { isRunning, stopProcess } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const SERVER = 'apps/server/main';

/**
 * One launcher at a time works on a data folder; it says so in running.json, with the process id of its server. What a
 * launcher left behind that was killed is stopped here.
 *
 * @returns {Promise<Claim>} the claim, or who holds it: see `Claim.holder`
 */
export async function claim(dataFolder) {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'running.json');
  const mine = { launcher: process.pid, program: basename(process.argv[1]) };
  if (taken(file, mine)) return new Claim(file, mine);

  const holder = read(file);
  if (isRunning(holder.launcher, holder.program)) return new Claim(file, mine, holder);
  if (isRunning(holder.server, SERVER)) await stopProcess(holder.server, SERVER);
  rmSync(file, { force: true });
  return claim(dataFolder);
}

export class Claim {
  #file;
  #mine;

  /** `holder` is the launcher that already works here: {launcher, program, server?}. */
  constructor(file, mine, holder) {
    this.#file = file;
    this.#mine = mine;
    this.holder = holder;
  }

  /** Whether the holder is a server that commands may work beside. */
  get isServing() {
    return this.holder?.program === 'start.mjs';
  }

  /** @throws Trouble when somebody else works here */
  requireMine() {
    if (this.holder === undefined) return;
    throw new Trouble(
      this.isServing
        ? `Reciproca already runs on this data folder (process ${this.holder.launcher}): stop it first with Ctrl-C, or set DATA_DIR to another folder.`
        : `A command works on this data folder (process ${this.holder.launcher}): wait until it has finished.`,
    );
  }

  serverStarted(server) {
    this.#mine = { ...this.#mine, server };
    writeFileSync(this.#file, JSON.stringify(this.#mine));
  }

  release() {
    rmSync(this.#file, { force: true });
  }
}

function taken(file, mine) {
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    if (error.code === 'ENOSPC') throw new Trouble(`The disk that holds ${file} is full: make room first.`);
    if (error.code === 'EACCES') throw new Trouble(`${file} may not be written: set DATA_DIR to a folder of yours.`);
    throw error;
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {}; // half written when its launcher was killed, or gone this moment
  }
}
