import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { newestFile } from './newest-file.mjs';
import { project } from './settings.mjs';
import { Trouble } from './trouble.mjs';

const SOURCES = [
  ...['apps', 'libs', 'bench', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
  ...['bin/build-widget.mjs', 'bin/own-methods.mjs'],
];
export const compilerFile = join(project, 'node_modules', 'typescript', 'bin', 'tsc');
const BUILT = join(project, 'dist', 'built');

/** Makes a fresh clone ready to run, and costs a tenth of a second when it already is. */
export function prepare() {
  checkNode();
  install();
  build();
}

export function checkNode() {
  const wanted = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor))
    throw new Trouble(
      `Reciproca needs Node.js ${wanted} or newer, this is ${process.versions.node}: install a newer one.`,
    );
}

export function install() {
  const installed = join(project, 'node_modules', '.package-lock.json');
  const lock = join(project, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing the packages (once) …');
  const { status } = npm(['ci', '--include=dev', '--loglevel=error']);
  if (status !== 0) throw new Trouble('npm ci failed: its own message is above.');
}

export function build() {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= newestFile(project, SOURCES)) return;
  console.error('Building …');
  const started = new Date();
  for (const program of [[compilerFile, '-p', 'tsconfig.build.json'], [join(project, 'bin', 'build-widget.mjs')]]) {
    const { status } = spawnSync(process.execPath, program, { cwd: project, stdio: 'inherit' });
    if (status !== 0) throw new Trouble('The sources do not compile: the places are named above.');
  }
  writeFileSync(BUILT, '');
  utimesSync(BUILT, started, started); // what changed meanwhile is built the next time
}

function npm(flags) {
  return spawnSync('npm', flags, { cwd: project, stdio: 'inherit', shell: process.platform === 'win32' });
}
