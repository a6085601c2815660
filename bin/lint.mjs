import { spawnSync } from 'node:child_process';

const HELP = `npm run lint

Checks types (tsc), habits (eslint), form (prettier), who imports whom (dependency-cruiser) and what nobody
uses (knip), one after the other, and fails if one of them does. \`npx prettier --write .\` mends the form.`;

const CHECKS = [
  ['tsc', '--noEmit'],
  ['tsc', '-p', 'apps/widget'],
  ['tsc', '-p', 'test/browser'],
  ['eslint', '.'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['depcruise', '--config', '.dependency-cruiser.cjs', 'libs', 'apps', 'test', 'bench'],
  ['knip', '--tsConfig', 'tsconfig.build.json'], // which knows that dist/ comes from the sources
];

if (process.argv.includes('--help')) console.log(HELP);
else for (const [check, ...flags] of CHECKS) runCheck(check, flags);

function runCheck(check, flags) {
  const { status } = spawnSync('npx', ['--no-install', check, ...flags], { stdio: 'inherit' });
  console.log(`${check}: ${status === 0 ? 'clean' : 'NOT CLEAN'}`);
  if (status !== 0) process.exitCode = 1;
}
