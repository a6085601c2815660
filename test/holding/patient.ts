import { setTimeout as pause } from 'node:timers/promises';
import { Away, type Asking, type Logged, type Logging } from './asking.js';

/** Asks as many clients do at once: told to try again, each waits a moment first. What they are told is timed. */
export class Patient {
  /** How long each refusal took. */
  refusedMs: number[] = [];
  answered = 0;

  constructor(
    private readonly asking: Asking,
    private readonly waitMs: number,
  ) {}

  /** Counts from here on. */
  begin(): void {
    this.refusedMs = [];
    this.answered = 0;
  }

  /** @throws Away after the wait */
  async log(logging: Logging): Promise<Logged> {
    const asked = performance.now();
    try {
      const logged = await this.asking.log(logging);
      this.answered += 1;
      return logged;
    } catch (error) {
      if (error instanceof Away && error.message.includes('UNAVAILABLE'))
        this.refusedMs.push(performance.now() - asked);
      await pause(this.waitMs);
      throw error;
    }
  }
}
