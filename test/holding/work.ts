import { eventually } from '#testing';
import type { Town } from '../../bench/town.js';
import { newKey, type Asking, type Logging } from './asking.js';
import type { Chance } from './seed.js';

export const workers = 16;
const patienceMs = 60_000;
/** Even a busy machine answers two hundred a second. */
const patienceMsEach = 5;

/**
 * Members who log hours, each the next as soon as the one before is answered. Where no answer comes, or the server cannot
 * record at the moment, they send the same under the same key again, as every client of ours does.
 */
export class Work {
  /** Exchange by key, of every request that was answered. */
  readonly acknowledged = new Map<string, string>();
  /** Keys of requests that wait for an answer, one of each worker at most. */
  readonly unanswered = new Set<string>();
  /** Requests that were sent, those without an answer too. */
  asked = 0;
  lastPosition: string | undefined;
  private over = false;
  private readonly working: readonly Promise<void>[];
  private readonly failed: Promise<never>;

  constructor(
    /** Resolves when there is somebody to ask. */
    private readonly asking: () => Promise<Pick<Asking, 'log'>>,
    private readonly town: Town,
    private readonly chance: Chance,
    howMany = workers,
    private readonly waitMsMax = patienceMs,
  ) {
    this.working = Array.from({ length: howMany }, () => this.run());
    this.failed = new Promise((_, reject) => {
      Promise.all(this.working).catch(reject);
    });
  }

  /** Waits until so many more were answered. @throws what stopped a worker */
  async goesOn(more: number): Promise<void> {
    const wanted = this.acknowledged.size + more;
    const done = eventually(
      () => {
        if (this.acknowledged.size < wanted) throw new Error(`no more than ${this.acknowledged.size} were answered`);
      },
      patienceMs + more * patienceMsEach,
    );
    await Promise.race([done, this.failed]);
  }

  /** Lets everybody have the answer to what they asked last. @throws what stopped a worker */
  async end(): Promise<void> {
    this.over = true;
    await Promise.all(this.working);
  }

  private async run(): Promise<void> {
    while (!this.over) await this.log(this.next());
  }

  private async log(logging: Logging): Promise<void> {
    const { exchange, userErrors, position } = await eventually(async () => {
      const asking = await this.asking();
      this.asked += 1;
      this.unanswered.add(logging.key);
      return asking.log(logging).finally(() => this.unanswered.delete(logging.key));
    }, this.waitMsMax);
    if (!exchange) throw new Error(`refused: ${JSON.stringify(userErrors)}`);
    this.acknowledged.set(logging.key, exchange.id);
    this.lastPosition = position ?? this.lastPosition;
  }

  private next(): Logging {
    const provider = this.chance.oneOf(this.town.members);
    const receiver = this.chance.oneOf(this.town.members.filter((member) => member !== provider));
    return { town: this.town, key: newKey(), provider, receiver, minutes: 15 * this.chance.between(1, 8) };
  }
}
