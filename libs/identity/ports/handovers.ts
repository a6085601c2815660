import type { HubId, PersonId } from '#kernel';

/** Somebody who has just signed in at a provider, on the way back to a hub's page. */
export interface Handover {
  readonly person: PersonId;
  readonly hub: HubId;
  readonly origin: string;
  /** Hash of what the page keeps that sent them: another page can do nothing with the code. */
  readonly challenge: string;
}

export interface Handovers {
  keep(codeHash: Uint8Array, handover: Handover, endsAtMs: number): Promise<void>;
  /** Once only, even for two who ask at the same moment. */
  take(codeHash: Uint8Array, nowMs: number): Promise<Handover | undefined>;
}
