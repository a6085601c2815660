import { ownerOf, type Batch, type EventStore, type NetworkId, type Refusal } from '#kernel';

export interface HubPlacementPorts {
  readonly store: Pick<EventStore, 'subscribe'>;
  /** Tells every journal of the network of the moves after this revision: FollowHubMovesCommand. */
  readonly follow: (network: NetworkId, after: number) => Promise<readonly Refusal[]>;
  /** A refusal that stays, for the administrators' eyes, or a fault that is tried again. */
  readonly onTrouble: (trouble: Error) => void;
  readonly pause: (ms: number) => Promise<void>;
}

const batchSize = 100;
const pauseMs = 1_000;

/**
 * Carries the moves of hubs from networks to journals, at least once: a move told twice changes nothing. Networks are
 * small and moves rare, so each start begins with the first record and no checkpoint is kept.
 */
export class HubPlacement {
  constructor(private readonly ports: HubPlacementPorts) {}

  /** Ends when the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        for await (const batch of this.ports.store.subscribe({
          after: 0n,
          categories: ['network'],
          batchSize,
          signal,
        })) {
          await this.take(batch, signal);
        }
      } catch (fault) {
        this.ports.onTrouble(fault instanceof Error ? fault : new Error('hub placement stopped', { cause: fault }));
        await this.ports.pause(pauseMs);
      }
    }
  }

  private async take(batch: Batch, signal: AbortSignal): Promise<void> {
    const moved = new Map<NetworkId, number>();
    for (const { type, stream, revision } of batch.records) {
      const network = ownerOf<NetworkId>(stream);
      if (type === 'HubMoved' && !moved.has(network)) moved.set(network, revision);
    }
    for (const [network, first] of moved) await this.tell(network, first - 1, signal);
  }

  /** A refusal that may pass is asked for again; one that stays must not hold up the other journals. */
  private async tell(network: NetworkId, after: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const refusals = await this.ports.follow(network, after);
      for (const refusal of refusals) this.ports.onTrouble(refusal);
      if (signal.aborted || !refusals.some(({ retryable }) => retryable)) return;
      await this.ports.pause(pauseMs);
    }
  }
}
