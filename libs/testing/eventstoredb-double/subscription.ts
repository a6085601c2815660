import { END, pageForwards, START, type EventFilter, type LogPlace } from './all-page.js';
import type { EventLog, LoggedEvent } from './event-log.js';
import type { Outlet } from './outlet.js';
import { caughtUpAnswer, checkpointAnswer, confirmationAnswer, eventAnswer } from './read-answers.js';

export interface AllSubscription {
  /** The event at this place is the last the reader has seen. */
  readonly after: LogPlace;
  readonly filter: EventFilter;
  /** How many events are looked at for one page. */
  readonly window: number;
  /** A checkpoint each time so many events were looked at; 0 for none. */
  readonly checkpointInterval: number;
}

/** Everything since `after`, page by page; then what is appended, as it comes. */
export async function subscribeToAll(log: EventLog, outlet: Outlet, asked: AllSubscription): Promise<void> {
  await outlet.send(confirmationAnswer(crypto.randomUUID()));
  const looked = asked.after.commit === END.commit ? 0 : await catchUp(log, outlet, asked);
  await goLive(log, outlet, asked, looked);
}

/** @returns how many events were looked at since the last checkpoint */
async function catchUp(log: EventLog, outlet: Outlet, asked: AllSubscription): Promise<number> {
  const { filter, window, checkpointInterval } = asked;
  let place = beginning(log, asked.after);
  let looked = 0;
  while (outlet.isOpen) {
    const page = pageForwards(log, place, filter, window);
    for (const event of page.events) await outlet.send(eventAnswer(event));
    looked += page.considered;
    if (page.atEnd && page.events.length === 0) break;
    if (!page.atEnd && checkpointInterval > 0 && looked >= checkpointInterval) {
      looked %= checkpointInterval;
      const last = page.events.at(-1);
      await outlet.send(checkpointAnswer(last ? { commit: last.position, prepare: last.position } : place));
    }
    place = page.next;
  }
  return looked;
}

/** The server looks the last seen event up, and begins after whatever stands there. */
function beginning(log: EventLog, after: LogPlace): LogPlace {
  return after.commit === START.commit ? START : pageForwards(log, after, () => true, 1).next;
}

function goLive(log: EventLog, outlet: Outlet, asked: AllSubscription, lookedBefore: number): Promise<void> {
  const { filter, checkpointInterval } = asked;
  const waiting: LoggedEvent[] = [];
  let looked = lookedBefore;
  let wake: () => void = () => undefined;
  const stop = log.follow((event) => {
    waiting.push(event);
    wake();
  });
  return pump();

  async function pump(): Promise<void> {
    await outlet.send(caughtUpAnswer());
    outlet.call.on('cancelled', () => {
      wake();
    });
    while (outlet.isOpen) {
      const event = waiting.shift();
      if (!event) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (filter(event)) await outlet.send(eventAnswer(event));
      looked += 1;
      if (checkpointInterval > 0 && looked >= checkpointInterval) {
        looked = 0;
        await outlet.send(checkpointAnswer({ commit: event.position, prepare: event.position }));
      }
    }
    stop();
  }
}
