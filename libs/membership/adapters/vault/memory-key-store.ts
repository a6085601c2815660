import type { KeyId, KeyOwner, KeyStore, WrappedKey } from '#kernel';

/** Keys of a process without a database: for tests and simulations. */
export class MemoryKeyStore implements KeyStore {
  private readonly keys = new Map<KeyId, WrappedKey>();
  /** How often it was asked, whatever for. */
  questions = 0;

  keep(candidates: readonly WrappedKey[]): Promise<readonly WrappedKey[]> {
    for (const candidate of candidates) {
      if (!this.of(candidate.owner)) this.keys.set(candidate.id, candidate);
    }
    return this.ofOwners(candidates.map(({ owner }) => owner));
  }

  ofOwners(owners: readonly KeyOwner[]): Promise<readonly WrappedKey[]> {
    this.questions += 1;
    return Promise.resolve(owners.flatMap((owner) => this.of(owner) ?? []));
  }

  byIds(ids: readonly KeyId[]): Promise<readonly WrappedKey[]> {
    this.questions += 1;
    return Promise.resolve(ids.flatMap((id) => this.keys.get(id) ?? []));
  }

  async destroy(owners: readonly KeyOwner[]): Promise<readonly KeyId[]> {
    const destroyed = (await this.ofOwners(owners)).map(({ id }) => id);
    for (const id of destroyed) this.keys.delete(id);
    return destroyed;
  }

  private of(owner: KeyOwner): WrappedKey | undefined {
    return [...this.keys.values()].find((key) => key.owner.kind === owner.kind && key.owner.id === owner.id);
  }
}
