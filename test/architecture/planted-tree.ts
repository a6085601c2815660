import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { type PlantedImport } from './planted-imports.js';

export const project = resolve(import.meta.dirname, '../..');
const CONFIGURATION = '.dependency-cruiser.cjs';
const LIBS = 'kernel event-store read-model api ledger membership hubs identity notifications importing testing'.split(
  ' ',
);
const PACKAGES =
  'pg typeorm jose graphql fastify fast-check canonicalize rxjs class-validator @nestjs/common @nestjs/cqrs @grpc/grpc-js @eventstore/db-client'.split(
    ' ',
  );

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

interface Cruise {
  readonly violations: readonly Violation[];
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
}

/** What dependency-cruiser says, by our configuration, about the project in this folder. */
export async function cruise(folder: string): Promise<Cruise> {
  const program = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const flags = ['--config', CONFIGURATION, '--output-type', 'json', 'libs', 'apps', 'test'];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...flags], {
    cwd: folder,
    maxBuffer: 2 ** 27,
  }).catch((error: unknown) => error as { stdout: string }); // it exits with the number of violations
  return (JSON.parse(stdout) as { summary: Cruise }).summary;
}

/** A small project in a temporary folder that holds these imports and nothing else of ours. */
export async function plantedTree(planted: readonly PlantedImport[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reciproca-planted-'));
  const write = (name: string, text: string): Promise<void> => writeIn(folder, name, text);
  for (const name of [CONFIGURATION, 'package.json', 'tsconfig.json'])
    await copyFile(join(project, name), join(folder, name));
  for (const lib of LIBS) await write(`libs/${lib}/index.ts`, 'export {};\n');
  for (const name of PACKAGES) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    await write(`node_modules/${name}/index.js`, '');
  }
  await write('node_modules/@eventstore/db-client/generated/streams_pb.js', '');
  const files = new Map<string, string>();
  for (const one of planted) files.set(one.file, `${files.get(one.file) ?? ''}${statement(one)}`);
  for (const { file, imports } of planted) {
    if (!imports.startsWith('.') || imports.includes('nowhere')) continue;
    const target = join(dirname(file), imports).replace(/\.js$/, '.ts');
    if (!files.has(target)) await write(target, 'export {};\n');
  }
  for (const [file, text] of files) await write(file, text);
  await write('libs/kernel/hen.ts', "import './egg.js';\n");
  return folder;
}

/** Type imports count as much as others; where only a value is forbidden, a value is planted. */
function statement({ rule, imports }: PlantedImport): string {
  const kind = rule === 'domain' || rule === 'kernel' ? 'import type * as planted' : 'import * as planted';
  return `${kind}${imports.replace(/\W/g, '')} from '${imports}';\n`;
}

export async function removeTree(folder: string): Promise<void> {
  await rm(folder, { recursive: true });
}

async function writeIn(folder: string, name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}
