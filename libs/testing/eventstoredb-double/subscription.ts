import { END, pageForwards, START, type LogPlace } from './all-page.js';
import type { AllSubscription } from './all-subscription.js';
import type { EventLog } from './event-log.js';
import { LiveEvents } from './live-events.js';
import type { Outlet } from './outlet.js';
import { checkpointAnswer, confirmationAnswer, eventAnswer } from './read-answers.js';

/** Everything since `after`, page by page; then what is appended, as it comes. */
export async function subscribeToAll(log: EventLog, outlet: Outlet, asked: AllSubscription): Promise<void> {
  await outlet.send(confirmationAnswer(crypto.randomUUID()));
  const looked = asked.after.commit === END.commit ? 0 : await catchUp(log, outlet, asked);
  await new LiveEvents(outlet, asked, looked).follow(log);
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
