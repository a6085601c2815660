import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

import { claim } from './claim.mjs';
import { openDatabase } from './database.mjs';
import { loadDemonstration } from './demonstration.mjs';
import { compilerFile, prepare } from './install.mjs';
import {
  answering,
  programFile,
  requireFreePort,
  runProgram,
  serverFlags,
  stopProgram,
  untilStopped,
} from './server.mjs';
import { helpAsked, project, settings } from './settings.mjs';
import { stopSignal } from './stop-signal.mjs';
import { run, Trouble } from './trouble.mjs';
import { welcome } from './welcome.mjs';

const HELP = `npm start      serves until Ctrl-C
npm run dev    the same, and starts the server again whenever a source file changes

Installs and builds what is missing, starts a PostgreSQL of its own, and loads a demonstration bank the first time.
Settings come from the environment: PORT, HOST, DATA_DIR, DATABASE_URL; README.md lists them all.`;

/** A server that answered once is started again when it ends by itself, so often before one gives up. */
const TRIES = 20;
const PAUSE_MS = 500;

const watching = process.argv.includes('--watch');

await run(async () => {
  if (helpAsked(HELP)) return;
  const stop = stopSignal();
  prepare();
  const chosen = settings();
  const claimed = await claim(chosen.dataFolder);
  claimed.requireMine();
  try {
    await requireFreePort(chosen);
    if (!stop.aborted) await withDatabase(chosen, claimed, stop);
  } finally {
    claimed.release();
  }
});

async function withDatabase(chosen, claimed, stop) {
  const database = await openDatabase(chosen);
  const environment = {
    DATA_DIR: chosen.dataFolder,
    HOST: chosen.host,
    PORT: String(chosen.port),
    DATABASE_URL: database.databaseUrl,
  };
  try {
    if (chosen.databaseUrl === undefined) await loadDemonstration(chosen.dataFolder, environment, stop);
    if (watching) compileOnChange(stop);
    await serve(chosen, environment, claimed, stop);
  } finally {
    await database.stop();
  }
}

async function serve(chosen, environment, claimed, stop) {
  await serveOnce(chosen, environment, claimed, stop, () => console.log(welcome(chosen)));
  for (let tries = TRIES; !stop.aborted; tries -= 1) {
    if (tries === 0) throw new Trouble('The server does not start any more: its reason is above.');
    console.error('The server ended unexpectedly: starting it again.');
    await pause(PAUSE_MS);
    await serveOnce(chosen, environment, claimed, stop, () => (tries = TRIES)).catch(complain);
  }
}

/** Runs the server until it ends or is stopped. */
async function serveOnce(chosen, environment, claimed, stop, onAnswering) {
  if (stop.aborted) return;
  const watch = watching ? ['--watch', '--watch-preserve-output'] : [];
  const server = runProgram([...watch, ...serverFlags, programFile('main.js')], environment);
  claimed.serverStarted(server.child.pid);
  const over = untilStopped(server, stop);
  if (await answering(chosen, over)) onAnswering();
  else if (!stop.aborted) {
    await stopProgram(server);
    throw new Trouble('The server did not start: its reason is above.');
  }
  await over;
}

function complain(error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(error.message);
}

function compileOnChange(stop) {
  const flags = [compilerFile, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
  const compiler = spawn(process.execPath, flags, { cwd: project, stdio: 'inherit' });
  stop.addEventListener('abort', () => compiler.kill());
}
