import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What the build made of apps/widget: beside the server's own files. */
const folder = new URL('../../../embed/', import.meta.url);

export interface EmbedFile {
  readonly text: string;
  /** Names this very version in its address. */
  readonly hash: string;
  /** For the page's `integrity`. */
  readonly integrity: string;
}

/** The scripts that hub pages load, as they were built; undefined where they were not. */
export class EmbedFiles {
  readonly script = fileOf('banca-tempo.js');
  readonly worker = fileOf('worker.js');
}

function fileOf(name: string): EmbedFile | undefined {
  try {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const digest = createHash('sha384').update(text).digest();
    const hash = digest.toString('base64url').slice(0, 16);
    return { text, hash, integrity: `sha384-${digest.toString('base64')}` };
  } catch {
    return undefined;
  }
}
