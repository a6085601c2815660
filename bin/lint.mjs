import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const HELP = `npm run lint

Checks types (tsc), habits (eslint), form (prettier), who imports whom (dependency-cruiser) and what nobody
uses (knip), as many at once as there are processors, and fails if one of them does. \`npx prettier --write .\`
mends the form.`;

/** The longest first. */
const CHECKS = [
  ['eslint', '.'],
  ['tsc', '--noEmit'],
  ['tsc', '-p', 'apps/widget'],
  ['tsc', '-p', 'test/browser'],
  ['depcruise', '--config', '.dependency-cruiser.cjs', 'libs', 'apps', 'test', 'bench'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['knip', '--tsConfig', 'tsconfig.build.json'], // which knows that dist/ comes from the sources
];

if (process.argv.includes('--help')) console.log(HELP);
else {
  const left = [...CHECKS];
  const one = async () => {
    for (let check = left.shift(); check !== undefined; check = left.shift()) await runCheck(check);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, one));
}

/** What it says appears when it has ended, so that two do not speak at once. */
async function runCheck([check, ...flags]) {
  const child = spawn('npx', ['--no-install', check, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const status = await new Promise((done) => child.once('close', done));
  process.stdout.write(`${said}${[check, ...flags].join(' ')}: ${status === 0 ? 'clean' : 'NOT CLEAN'}\n`);
  if (status !== 0) process.exitCode = 1;
}
