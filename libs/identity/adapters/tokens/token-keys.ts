import { ensureKeyFile, readKeyFile } from './token-key-file.js';
import { tokenKeyOf, type TokenKey } from './token-key.js';

/** The keys of one installation. Their file may change while the server runs. */
export interface TokenKeys {
  /** Rises once a key is gone: what it signed is good no longer. Waits for nothing; the file is looked at meanwhile. */
  version(nowMs: number): number;
  /** The newest that already signs. */
  signing(nowMs: number): Promise<TokenKey>;
  /** undefined for a name that no key has which still checks. */
  named(id: string, nowMs: number): Promise<TokenKey | undefined>;
}

/** A name that is not known is looked up at once, but so often at most. */
const lookEveryMsMin = 1_000;
/** That a key was taken away is noticed within this time. */
const lookEveryMs = 5_000;

/** @throws with one sentence where the file holds no keys */
export async function openTokenKeys(file: string): Promise<TokenKeys> {
  await ensureKeyFile(file);
  return new FileTokenKeys(file, await read(file));
}

/** Keys in a file, read again while it is in use: no request fails because another process has rotated them. */
class FileTokenKeys implements TokenKeys {
  private gone = 0;
  private lookedMs = -Infinity;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    private keys: ReadonlyMap<string, TokenKey>,
  ) {}

  version(nowMs: number): number {
    void this.look(nowMs, lookEveryMs);
    return this.gone;
  }

  async signing(nowMs: number): Promise<TokenKey> {
    await this.look(nowMs, lookEveryMs);
    const all = [...this.keys.values()];
    const signing = all.findLast(({ signsFromMs }) => signsFromMs <= nowMs) ?? all[0];
    if (signing === undefined) throw new Error(`${this.file} holds no key`);
    return signing;
  }

  async named(id: string, nowMs: number): Promise<TokenKey | undefined> {
    await this.look(nowMs, this.keys.has(id) ? lookEveryMs : lookEveryMsMin);
    const key = this.keys.get(id);
    return key && nowMs < key.checksUntilMs ? key : undefined;
  }

  private async look(nowMs: number, everyMs: number): Promise<void> {
    if (Math.abs(nowMs - this.lookedMs) < everyMs) return this.looking;
    this.lookedMs = nowMs;
    this.looking = this.readAgain().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /** A file that cannot be read just now leaves the keys as they were. */
  private async readAgain(): Promise<void> {
    const keys = await read(this.file).catch(() => this.keys);
    if ([...this.keys.keys()].some((id) => !keys.has(id))) this.gone += 1;
    this.keys = keys;
  }
}

async function read(file: string): Promise<ReadonlyMap<string, TokenKey>> {
  const keys = await Promise.all((await readKeyFile(file)).map((kept) => tokenKeyOf(kept, file)));
  return new Map(keys.map((key) => [key.id, key]));
}
