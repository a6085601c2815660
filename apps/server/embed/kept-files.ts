import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';

const log = new Logger('Embed');
/** Whoever asks names a file by these two, and reaches no other. */
const hashForm = /^[\w-]{16}$/;
const nameForm = /^[a-z-]+\.js$/;

/** Every version of the scripts that this server ever served: a folder for each, named by its hash. */
export class KeptFiles {
  constructor(private readonly folder: string) {}

  /** Whole or not at all. Where it cannot be kept, pages that name it will miss it one day, and the log says so. */
  keep(name: string, { hash, text }: { readonly hash: string; readonly text: string }): void {
    if (this.textOf(hash, name) === text) return;
    const place = join(this.folder, hash);
    try {
      mkdirSync(place, { recursive: true });
      const half = join(place, `${name}.${String(process.pid)}`);
      writeFileSync(half, text);
      renameSync(half, join(place, name));
    } catch (err) {
      log.warn({ msg: 'a version of the script for hub pages could not be kept', name, hash, err });
    }
  }

  textOf(hash: string, name: string): string | undefined {
    if (!hashForm.test(hash) || !nameForm.test(name)) return undefined;
    try {
      return readFileSync(join(this.folder, hash, name), 'utf8');
    } catch {
      return undefined;
    }
  }
}
