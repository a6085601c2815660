import { status } from '@grpc/grpc-js';

import type { AllSubscription } from './all-subscription.js';
import type { EventLog, LoggedEvent } from './event-log.js';
import type { Outlet } from './outlet.js';
import { caughtUpAnswer, checkpointAnswer, eventAnswer } from './read-answers.js';

/**
 * So many events wait for a reader besides what is on the wire, some 64 kB: as on the real server, which sends while it
 * stores. Here those of one append come in one moment, and one of more sends every live reader away.
 */
const WAITING_EVENTS_MAX = 64;
const TOO_SLOW = 'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.';

/** What is appended from now on, as it comes, until the reader leaves or is so slow that it is sent away. */
export class LiveEvents {
  private readonly waiting: LoggedEvent[] = [];
  private isTooSlow = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly outlet: Outlet,
    private readonly asked: AllSubscription,
    /** How many events were looked at since the last checkpoint. */
    private looked: number,
  ) {}

  async follow(log: EventLog): Promise<void> {
    const stop = log.follow((event) => {
      this.come(event);
    });
    this.outlet.call.on('cancelled', () => {
      this.wake();
    });
    await this.outlet.send(caughtUpAnswer());
    while (this.outlet.isOpen && (this.waiting.length > 0 || !this.isTooSlow)) await this.next();
    stop();
    if (this.isTooSlow) this.outlet.call.emit('error', { code: status.ABORTED, details: TOO_SLOW });
  }

  private come(event: LoggedEvent): void {
    this.isTooSlow ||= this.waiting.length >= WAITING_EVENTS_MAX;
    if (!this.isTooSlow) this.waiting.push(event);
    this.wake();
  }

  private async next(): Promise<void> {
    const event = this.waiting.shift();
    if (event) await this.show(event);
    else
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
  }

  private async show(event: LoggedEvent): Promise<void> {
    const { filter, checkpointInterval } = this.asked;
    if (filter(event)) await this.outlet.send(eventAnswer(event));
    this.looked += 1;
    if (checkpointInterval === 0 || this.looked < checkpointInterval) return;
    this.looked = 0;
    await this.outlet.send(checkpointAnswer({ commit: event.position, prepare: event.position }));
  }
}
