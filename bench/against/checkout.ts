import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidArgumentError } from 'commander';
import type * as logging from '../asks/logging.js';
import type * as reading from '../asks/reading.js';
import type * as histories from '../town-histories.js';
import type * as town from '../town.js';

/** What a built checkout of this project brings to the comparison: its server, and how its own code makes a bank to ask. */
export interface Checkout {
  readonly server: string;
  readonly town: typeof town;
  readonly histories: typeof histories;
  readonly logging: typeof logging;
  readonly reading: typeof reading;
}

/** A folder with a checkout that `npm run build` was run in. */
export function builtCheckout(folder: string): string {
  const dist = resolve(folder, 'dist');
  if (existsSync(join(dist, 'bench', 'town.js'))) return dist;
  throw new InvalidArgumentError(
    `There is no built checkout in ${folder}: npm ci and npm run build are run there first.`,
  );
}

/** @param dist of this checkout or of another: each side is prepared and asked by its own code, whatever changed between */
export async function checkoutIn(dist: string): Promise<Checkout> {
  const module = async <T>(path: string): Promise<T> =>
    (await import(pathToFileURL(join(dist, 'bench', path)).href)) as T;
  return {
    server: join(dist, 'apps', 'server', 'main.js'),
    town: await module('town.js'),
    histories: await module('town-histories.js'),
    logging: await module('asks/logging.js'),
    reading: await module('asks/reading.js'),
  };
}
