import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When the newest of these files and folders under `root` was changed, in milliseconds; one that is not there is passed over. */
export function newestFile(root, names) {
  return Math.max(0, ...names.map((name) => newest(join(root, name))));
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time changes when a file in it is removed.
  return Math.max(stat.mtimeMs, newestFile(path, readdirSync(path)));
}
