import type { EventStoreDBClient } from '@eventstore/db-client';

/** What a recording asks: the client's own requests, one step after the other. */
export interface Scenario {
  readonly client: EventStoreDBClient;
  readonly url: string;
  /** Begins a step and says what it is about; what the server refuses is part of it. */
  readonly step: (name: string, ask: () => unknown) => Promise<void>;
}
