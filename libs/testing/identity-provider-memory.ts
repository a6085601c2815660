import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What a provider of a test remembers: nothing of it expires within a test. */
export class ProviderMemory implements Adapter {
  /** @param kept what is shared by all kinds of one provider */
  constructor(
    private readonly kind: string,
    private readonly kept: Map<string, AdapterPayload>,
  ) {}

  upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.kept.set(this.nameOf(id), payload);
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.kept.get(this.nameOf(id)));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve([...this.kept.values()].find((payload) => payload.uid === uid));
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  consume(id: string): Promise<void> {
    const payload = this.kept.get(this.nameOf(id));
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.kept.delete(this.nameOf(id));
    return Promise.resolve();
  }

  revokeByGrantId(grant: string): Promise<void> {
    for (const [name, { grantId }] of this.kept) if (grantId === grant) this.kept.delete(name);
    return Promise.resolve();
  }

  private nameOf(id: string): string {
    return `${this.kind}/${id}`;
  }
}
