import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Trouble } from './trouble.mjs';

/** The folder that holds package.json. */
export const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The settings that the launchers read; README.md lists all of them. */
export function settings() {
  const dataFolder = resolve(process.env.DATA_DIR ?? join(project, '.data'));
  const port = Number(process.env.PORT ?? 4000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble(`PORT is "${process.env.PORT}", which is not a port: give a number from 1 to 65535.`);
  return { dataFolder, host: process.env.HOST ?? '127.0.0.1', port, databaseUrl: process.env.DATABASE_URL };
}

/** Prints the help text and answers true if it was asked for. */
export function helpAsked(text) {
  const asked = process.argv.slice(2).some((word) => word === '--help' || word === '-h');
  if (asked) console.log(text);
  return asked;
}
