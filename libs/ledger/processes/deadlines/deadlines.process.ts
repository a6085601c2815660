import type { BankId } from '#kernel';

export interface DeadlinesPorts {
  /** The banks in which something is due by now: BanksWithDueClaimsQuery. May be late or name one too many. */
  readonly due: () => Promise<readonly BankId[]>;
  /** The bank's journal decides what is due in it: WakeBankCommand. */
  readonly wake: (bank: BankId) => Promise<void>;
  /** Neither holds up the other banks nor ends the watch. */
  readonly onTrouble: (trouble: Error) => void;
  readonly pause: (ms: number) => Promise<void>;
}

const everyMs = 30_000;

/** Wakes the banks that nobody touches when a claim's days are over. What is due, and in what order, the journal knows. */
export class DeadlinesProcess {
  constructor(private readonly ports: DeadlinesPorts) {}

  /** Looks at once and every half minute. Ends when the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.attempt(() => this.wakeAll(signal));
      await this.ports.pause(everyMs);
    }
  }

  private async wakeAll(signal: AbortSignal): Promise<void> {
    for (const bank of await this.ports.due()) {
      if (signal.aborted) return;
      await this.attempt(() => this.ports.wake(bank));
    }
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      this.ports.onTrouble(fault instanceof Error ? fault : new Error('deadlines were not decided', { cause: fault }));
    }
  }
}
