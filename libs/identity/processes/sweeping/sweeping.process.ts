import type { Clock } from '#kernel';

interface Swept {
  sweep(beforeMs: number): Promise<void>;
}

export interface SweepingPorts {
  readonly stores: readonly Swept[];
  readonly clock: Clock;
  readonly onTrouble: (trouble: Error) => void;
  readonly pause: (ms: number) => Promise<void>;
}

const everyMs = 3_600_000;
/** What is over is of no use to anybody; the list of ended sessions is asked for less than that back. */
const keptMs = 86_400_000;

/** Takes away codes and sessions a day after they are over. */
export class SweepingProcess {
  constructor(private readonly ports: SweepingPorts) {}

  /** Ends when the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      for (const store of this.ports.stores) {
        await store.sweep(this.ports.clock.now() - keptMs).catch((fault: unknown) => {
          this.ports.onTrouble(fault instanceof Error ? fault : new Error('nothing was swept', { cause: fault }));
        });
      }
      await this.ports.pause(everyMs);
    }
  }
}
