import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { type SourceFile } from './style.js';

export const project = resolve(import.meta.dirname, '../..');

/** The files below these folders whose names end like this, in one order everywhere. */
export function filesBelow(folders: readonly string[], ending: RegExp): readonly SourceFile[] {
  return folders.flatMap((folder) => read(folder, ending, true));
}

/** The files of one folder alone. */
export function filesIn(folder: string, ending: RegExp): readonly SourceFile[] {
  return read(folder, ending, false);
}

function read(folder: string, ending: RegExp, recursive: boolean): readonly SourceFile[] {
  const place = join(project, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(project, path), text: readFileSync(path, 'utf8') }));
}
