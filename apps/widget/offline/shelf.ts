import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import type { Home, WaitingEmail } from '../app/state.js';
import type { PlainEntry } from './entries.js';
import { openSealed, seal, type Sealed } from './seal.js';

/** What is kept on this device: the last page of who is signed in, registrations that wait, and an address that does. Sealed, each person's under their own key. */
export interface Shelf {
  keepHome(home: Home): Promise<void>;
  /** Of who is signed in in this tab. */
  home(): Promise<Home | undefined>;
  forgetHome(): Promise<void>;
  /** An own new address whose code is on its way; undefined forgets it. */
  keepNewEmail(viewer: string, waiting: WaitingEmail | undefined): Promise<void>;
  newEmail(viewer: string): Promise<WaitingEmail | undefined>;
  /** @returns false where this page may keep nothing */
  keepEntry(viewer: string, entry: PlainEntry): Promise<boolean>;
  removeEntry(id: string): Promise<void>;
  entriesOf(viewer: string): Promise<readonly PlainEntry[]>;
  /** Of everybody on this device. */
  count(): Promise<number>;
  /** Everything of everybody. */
  wipe(): Promise<void>;
}

interface KeptEntry {
  readonly viewer: string;
  readonly sealed: Sealed;
}

const entryPrefix = 'entry ';
const newEmailOf = (viewer: string): string => `new-email ${viewer}`;

/** In the page's own IndexedDB; where a page may not have one, nothing is kept and nothing else is lost. */
export class BrowserShelf implements Shelf {
  private store: UseStore | undefined;

  /** @param tabKey where the tab remembers who is signed in */
  constructor(private readonly tabKey: string) {}

  async keepHome(home: Home): Promise<void> {
    await orNothing(async () => {
      await this.put(this.homeOf(home.viewer), home.viewer, home);
      sessionStorage.setItem(this.tabKey, home.viewer);
    });
  }

  home(): Promise<Home | undefined> {
    return orNothing(async () => {
      const viewer = sessionStorage.getItem(this.tabKey) ?? '';
      const home = (await this.take(this.homeOf(viewer), viewer)) as Home | undefined;
      return home && { ...home, loadedAt: new Date(home.loadedAt) };
    });
  }

  async forgetHome(): Promise<void> {
    await orNothing(async () => {
      const viewer = sessionStorage.getItem(this.tabKey) ?? '';
      await del(this.homeOf(viewer), this.open());
      await del(newEmailOf(viewer), this.open());
      sessionStorage.removeItem(this.tabKey);
    });
  }

  async keepNewEmail(viewer: string, waiting: WaitingEmail | undefined): Promise<void> {
    const at = newEmailOf(viewer);
    await orNothing(() => (waiting ? this.put(at, viewer, waiting) : del(at, this.open())));
  }

  newEmail(viewer: string): Promise<WaitingEmail | undefined> {
    return orNothing(() => this.take(newEmailOf(viewer), viewer) as Promise<WaitingEmail | undefined>);
  }

  async keepEntry(viewer: string, entry: PlainEntry): Promise<boolean> {
    const kept = await orNothing(async () => {
      const sealed = await seal(await this.keyOf(viewer), entry);
      await set(`${entryPrefix}${entry.id}`, { viewer, sealed } satisfies KeptEntry, this.open());
      return true;
    });
    return kept === true;
  }

  async removeEntry(id: string): Promise<void> {
    await orNothing(() => del(`${entryPrefix}${id}`, this.open()));
  }

  async entriesOf(viewer: string): Promise<readonly PlainEntry[]> {
    const found = await orNothing(async () => {
      const mine = (await this.kept()).filter((entry) => entry.viewer === viewer);
      const key = await this.keyOf(viewer);
      return Promise.all(mine.map(async ({ sealed }) => (await openSealed(key, sealed)) as PlainEntry));
    });
    return (found ?? []).sort((one, other) => one.writtenAt.localeCompare(other.writtenAt));
  }

  async count(): Promise<number> {
    return (await orNothing(() => this.kept()))?.length ?? 0;
  }

  async wipe(): Promise<void> {
    await orNothing(async () => {
      for (const [name] of await entries<string, unknown>(this.open())) await del(name, this.open());
      sessionStorage.removeItem(this.tabKey);
    });
  }

  /** One may be a member at two hubs of a page. */
  private homeOf(viewer: string): string {
    return `home ${this.tabKey} ${viewer}`;
  }

  private async kept(): Promise<readonly KeptEntry[]> {
    const all = await entries<string, KeptEntry>(this.open());
    return all.filter(([name]) => name.startsWith(entryPrefix)).map(([, entry]) => entry);
  }

  private async put(at: string, viewer: string, value: object): Promise<void> {
    await set(at, await seal(await this.keyOf(viewer), value), this.open());
  }

  private async take(at: string, viewer: string): Promise<unknown> {
    const sealed = await get<Sealed>(at, this.open());
    return sealed && openSealed(await this.keyOf(viewer), sealed);
  }

  /** It never leaves the browser, and nobody can read it out of it. */
  private async keyOf(viewer: string): Promise<CryptoKey> {
    const known = await get<CryptoKey>(`key ${viewer}`, this.open());
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    await set(`key ${viewer}`, made, this.open());
    return made;
  }

  private open(): UseStore {
    return (this.store ??= createStore('banca-tempo', 'shelf'));
  }
}

async function orNothing<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
