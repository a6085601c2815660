import { mkdir, open, readFile } from 'node:fs/promises';
import { isUuid, type Erased, type ErasureRegister, type Instant } from '#kernel';

const newline = '\n';

/**
 * A line of JSON for each erasure, in a file of its own that only its owner may read. It is only ever added to; it holds
 * opaque ids and a time, and is kept and backed up apart from the database.
 */
export class ErasureRegisterFile implements ErasureRegister {
  constructor(private readonly file: string) {}

  async add(erased: readonly Erased[], at: Instant): Promise<void> {
    const known = new Set((await this.all()).map(({ kind, id }) => `${kind} ${id}`));
    const lines = erased
      .filter(({ kind, id }) => !known.has(`${kind} ${id}`))
      .map((one) => JSON.stringify({ at, ...one }) + newline);
    if (lines.length === 0) return;
    const folder = this.file.replace(/[/\\][^/\\]+$/, '');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // What a crash left half written ends here, and is no line of ours.
    const start = (await this.isTorn()) ? newline : '';
    await durably(this.file, 'a', (file) => file.appendFile(start + lines.join('')));
    await durably(folder, 'r', () => Promise.resolve());
  }

  async all(): Promise<readonly Erased[]> {
    return (await this.text()).split(newline).flatMap((line) => erasedIn(line) ?? []);
  }

  private async isTorn(): Promise<boolean> {
    const text = await this.text();
    return text !== '' && !text.endsWith(newline);
  }

  private async text(): Promise<string> {
    try {
      return await readFile(this.file, 'utf8');
    } catch (cause) {
      if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT') return '';
      throw cause;
    }
  }
}

type Handle = Awaited<ReturnType<typeof open>>;

async function durably(path: string, flags: 'a' | 'r', work: (file: Handle) => Promise<void>): Promise<void> {
  const handle = await open(path, flags, 0o600);
  try {
    await work(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** undefined for a line that a crash left half written: what it was to say was never answered. */
function erasedIn(line: string): Erased | undefined {
  const read = parsed(line);
  if (typeof read !== 'object' || read === null || !('kind' in read) || !('id' in read)) return undefined;
  const { kind, id } = read;
  if (typeof id !== 'string' || !isUuid(id)) return undefined;
  if (kind === 'person') return { kind, id } as Erased;
  if (kind !== 'membership' || !('bank' in read) || !('person' in read)) return undefined;
  return { kind, id, bank: read.bank, person: read.person } as Erased;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
