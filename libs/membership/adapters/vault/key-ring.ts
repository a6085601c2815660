import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock, KeyHolder, KeyId, KeyOwner, KeyStore, WrappedKey } from '#kernel';
import { Cache } from './cache.js';
import { extract } from './hkdf.js';
import { unwrapKey, wrapKey } from './wrapping.js';

type Loaded = ReadonlyMap<KeyId, Buffer>;

/** The data keys this process has read, for at most a minute; a key that is destroyed leaves at once. */
export class KeyRing implements KeyHolder {
  private readonly keys: Cache<KeyId, Buffer>;
  private readonly owned: Cache<string, KeyId>;
  private readonly extracts: Cache<string, Buffer>;
  /** Raised when keys are forgotten: what was read before is not kept any more. */
  private epoch = 0;
  private wanted = new Set<KeyId>();
  private loading: Promise<Loaded> | undefined;

  constructor(
    private readonly store: KeyStore,
    private readonly masterKey: Uint8Array,
    private readonly clock: Clock,
  ) {
    this.keys = new Cache(clock);
    this.owned = new Cache(clock);
    this.extracts = new Cache(clock);
  }

  /** Ids of the keys of those owners who have one. */
  async idsOf(owners: readonly KeyOwner[]): Promise<readonly KeyId[]> {
    const { ids, missing } = this.known(owners);
    if (missing.length === 0) return ids;
    const found = await this.read(() => this.store.ofOwners(missing));
    return [...ids, ...found.keys()];
  }

  /** Ids of the keys of all owners: who has none gets one, in one step for all of them. */
  async ensure(owners: readonly KeyOwner[]): Promise<readonly KeyId[]> {
    const ids = await this.idsOf(owners);
    const { missing } = this.known(owners);
    if (missing.length === 0) return ids;
    const candidates = missing.map((owner) =>
      wrapKey(randomUUID() as string as KeyId, owner, randomBytes(32), this.masterKey),
    );
    const kept = await this.read(() => this.store.keep(candidates));
    return [...ids, ...kept.keys()];
  }

  /** The first half of HKDF under these keys; undefined when one of them is gone. */
  async secretOf(ids: readonly KeyId[]): Promise<Buffer | undefined> {
    const name = ids.join();
    const known = this.extracts.get(name);
    if (known) return known;
    const { epoch } = this;
    const readAt = this.clock.now();
    // Kept aside: one whose minute ends while the others are read is still there.
    const held = new Map(ids.map((id) => [id, this.keys.get(id)]));
    const since = Math.min(readAt, ...ids.map((id) => this.keys.readAt(id) ?? readAt));
    const missing = ids.filter((id) => !held.get(id));
    const loaded: Loaded = missing.length === 0 ? new Map() : await this.load(missing);
    if (missing.length < ids.length && epoch !== this.epoch) return this.secretOf(ids);
    const bytes = ids.flatMap((id) => loaded.get(id) ?? held.get(id) ?? []);
    if (bytes.length < ids.length) return undefined;
    const secret = extract(bytes);
    if (epoch === this.epoch) this.extracts.set(name, secret, since);
    return secret;
  }

  forget(key?: KeyId): void {
    this.epoch += 1;
    this.extracts.clear();
    this.owned.clear();
    if (key === undefined) this.keys.clear();
    else this.keys.delete(key);
  }

  private known(owners: readonly KeyOwner[]): {
    readonly ids: readonly KeyId[];
    readonly missing: readonly KeyOwner[];
  } {
    const ids: KeyId[] = [];
    const missing = new Map<string, KeyOwner>();
    for (const owner of owners) {
      const id = this.owned.get(nameOf(owner));
      if (id === undefined) missing.set(nameOf(owner), owner);
      else ids.push(id);
    }
    return { ids, missing: [...missing.values()] };
  }

  /** What is asked for in one turn is read in one query: a fold opens thousands of names at once. */
  private load(ids: readonly KeyId[]): Promise<Loaded> {
    for (const id of ids) this.wanted.add(id);
    this.loading ??= Promise.resolve().then(() => {
      const wanted = [...this.wanted];
      this.wanted = new Set();
      this.loading = undefined;
      return this.read(() => this.store.byIds(wanted));
    });
    return this.loading;
  }

  private async read(rows: () => Promise<readonly WrappedKey[]>): Promise<Loaded> {
    const { epoch } = this;
    const readAt = this.clock.now();
    const loaded = new Map<KeyId, Buffer>();
    for (const row of await rows()) {
      const bytes = unwrapKey(row, this.masterKey);
      loaded.set(row.id, bytes);
      if (epoch !== this.epoch) continue;
      this.keys.set(row.id, bytes, readAt);
      this.owned.set(nameOf(row.owner), row.id, readAt);
    }
    return loaded;
  }
}

function nameOf(owner: KeyOwner): string {
  return `${owner.kind}/${owner.id}`;
}
