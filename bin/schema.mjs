import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

import { build } from './install.mjs';
import { programFile } from './server.mjs';
import { run, Trouble } from './trouble.mjs';

const HELP = `npm run schema            writes schema.graphql as the server serves it
npm run schema:check      says what changed since schema.released.graphql, and fails on what breaks a client`;

await run(async () => {
  if (process.argv.includes('--help')) console.log(HELP);
  else if (process.argv.includes('--check')) await check();
  else write();
});

function write() {
  build();
  const { status, stdout, stderr } = spawnSync(process.execPath, [programFile('cli/schema.js')], { encoding: 'utf8' });
  if (status !== 0) throw new Trouble(`The schema could not be made: ${stderr}`);
  writeFileSync('schema.graphql', stdout);
}

async function check() {
  const [released, served] = ['schema.released.graphql', 'schema.graphql'].map((name) =>
    buildSchema(readFileSync(name, 'utf8')),
  );
  const changes = await diff(released, served);
  for (const { criticality, message } of changes) console.log(`${criticality.level}: ${message}`);
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  if (breaking.length > 0) throw new Trouble('Clients would break: deprecate first.');
  console.log('No client breaks.');
}
