import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What the build made of apps/widget: beside the server's own files. */
const folder = new URL('../../../embed/', import.meta.url);

export interface EmbedFile {
  readonly text: string;
  readonly gzipped: Buffer;
  /** Names this very version in its address. */
  readonly hash: string;
  /** For the page's `integrity`. */
  readonly integrity: string;
}

/** The scripts that hub pages load, as they were built; none where they were not. */
export class EmbedFiles {
  private readonly files = new Map(namesIn(folder).map((name) => [name, fileOf(name)]));

  /** The one that a page names itself. */
  get script(): EmbedFile | undefined {
    return this.files.get('banca-tempo.js');
  }

  get worker(): EmbedFile | undefined {
    return this.files.get('worker.js');
  }

  /** The first script or one of its chapters. */
  called(name: string): EmbedFile | undefined {
    return this.files.get(name);
  }
}

function namesIn(place: URL): readonly string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

function fileOf(name: string): EmbedFile {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const digest = createHash('sha384').update(text).digest();
  const hash = digest.toString('base64url').slice(0, 16);
  return { text, gzipped: gzipSync(text, { level: 9 }), hash, integrity: `sha384-${digest.toString('base64')}` };
}
