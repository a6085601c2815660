import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { KeptFiles } from './kept-files.js';

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
  private readonly files: ReadonlyMap<string, EmbedFile>;
  private readonly kept: KeptFiles;
  /** Those that were asked for, no more than there are on the disk. */
  private readonly earlier = new Map<string, EmbedFile>();

  /**
   * @param built what the build made of apps/widget
   * @param kept where versions outlive the release that brought them
   */
  constructor(built: string, kept: string) {
    this.files = new Map(namesIn(built).map((name) => [name, fileOf(readFileSync(join(built, name), 'utf8'))]));
    this.kept = new KeptFiles(kept);
    for (const [name, file] of this.files) this.kept.keep(name, file);
  }

  /** The one that a page names itself. */
  get script(): EmbedFile | undefined {
    return this.files.get('banca-tempo.js');
  }

  get worker(): EmbedFile | undefined {
    return this.files.get('worker.js');
  }

  /** The first script or one of its chapters, of this release or of an earlier one: a page that names a version never loses it. */
  of(hash: string, name: string): EmbedFile | undefined {
    const file = this.files.get(name);
    if (file?.hash === hash) return file;
    return this.earlier.get(`${hash}/${name}`) ?? this.readEarlier(hash, name);
  }

  private readEarlier(hash: string, name: string): EmbedFile | undefined {
    const text = this.kept.textOf(hash, name);
    const file = text === undefined ? undefined : fileOf(text);
    if (file?.hash !== hash) return undefined;
    this.earlier.set(`${hash}/${name}`, file);
    return file;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function fileOf(text: string): EmbedFile {
  const digest = createHash('sha384').update(text).digest();
  const hash = digest.toString('base64url').slice(0, 16);
  return { text, gzipped: gzipSync(text, { level: 9 }), hash, integrity: `sha384-${digest.toString('base64')}` };
}
