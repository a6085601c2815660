import { claim } from './claim.mjs';
import { openDatabase, removeDatabase, runningDatabase } from './database.mjs';
import { forgetDemonstration, loadDemonstration } from './demonstration.mjs';
import { prepare } from './install.mjs';
import { programFile, runProgram, untilStopped } from './server.mjs';
import { helpAsked, settings } from './settings.mjs';
import { stopSignal } from './stop-signal.mjs';
import { run, Trouble } from './trouble.mjs';

const COMMANDS = ['rebuild', 'verify', 'import', 'token', 'rotate-token-key', 'network', 'mail', 'move-store'];
const RESET_HELP = `npm run demo:reset

Empties the data folder's own PostgreSQL and loads the demonstration bank again. Everything in it is lost. In an
EventStoreDB nothing can be deleted: there the bank opens under a new id, and names of the old one are gone with their keys.
A database that DATABASE_URL names is never emptied.`;

const stop = stopSignal();

await run(async () => {
  const [command, ...words] = process.argv.slice(2);
  if (command === 'demo:reset') return helpAsked(RESET_HELP) ? undefined : resetDemonstration();
  if (!COMMANDS.includes(command)) throw new Trouble(`npm run knows ${COMMANDS.join(', ')} and demo:reset.`);
  prepare();
  if (words.includes('--help') || words.includes('-h')) await runCommand(command, words, {});
  else await beside(settings(), (databaseUrl) => runCommand(command, words, { DATABASE_URL: databaseUrl }));
});

/** Works beside the running server, or with the database for as long as the command takes. */
async function beside(chosen, work) {
  const claimed = await claim(chosen.dataFolder);
  if (claimed.isServing) return work(runningDatabase(chosen));
  claimed.requireMine();
  try {
    const database = await openDatabase(chosen);
    await work(database.databaseUrl).finally(database.stop);
  } finally {
    claimed.release();
  }
}

async function runCommand(command, words, environment) {
  const program = runProgram([programFile('cli', `${command}.js`), ...words], {
    DATA_DIR: settings().dataFolder,
    ...environment,
  });
  const { code } = await untilStopped(program, stop);
  process.exitCode = code ?? 1;
}

async function resetDemonstration() {
  prepare();
  const chosen = settings();
  if (chosen.databaseUrl !== undefined)
    throw new Trouble('demo:reset does not touch what DATABASE_URL names: unset it.');
  const claimed = await claim(chosen.dataFolder);
  claimed.requireMine();
  try {
    await removeDatabase(chosen.dataFolder);
    forgetDemonstration(chosen.dataFolder);
    const database = await openDatabase(chosen);
    const environment = { DATA_DIR: chosen.dataFolder, DATABASE_URL: database.databaseUrl };
    await loadDemonstration(chosen.dataFolder, environment, stop).finally(database.stop);
  } finally {
    claimed.release();
  }
  console.log('Done: npm start serves it.');
}
