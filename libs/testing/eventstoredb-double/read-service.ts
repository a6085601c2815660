import { backwards, END, pageForwards, START, type EventFilter, type LogPlace } from './all-page.js';
import { streamNameOf } from './append-request.js';
import type { EventLog, LoggedEvent } from './event-log.js';
import { Outlet, type ReadCall } from './outlet.js';
import { streams, type Streams } from './protocol.js';
import { eventAnswer, notFoundAnswer } from './read-answers.js';
import type { Striking } from './striking.js';
import { subscribeToAll } from './subscription.js';
import { HIDDEN_STREAM } from './system-events.js';

type Options = Streams.ReadReq.Options;

const { BACKWARDS } = streams.ReadReq.Options.ReadDirection;
/** How many events the server looks at for one page, unless the filter says otherwise. */
const SEARCH_WINDOW = 32;

export function read(log: EventLog, striking: Striking): (call: ReadCall) => void {
  return (call) => {
    const options = call.request.getOptions();
    if (!options) throw new Error('a read without options');
    const outlet = new Outlet(call);
    striking.read(options.hasSubscription() ? 'subscription' : 'read', call, () => {
      void serve(log, options, outlet);
    });
  };
}

async function serve(log: EventLog, options: Options, outlet: Outlet): Promise<void> {
  const filter = filterOf(options);
  if (options.hasSubscription()) {
    const window = windowOf(options);
    const checkpointInterval = window * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 0);
    await subscribeToAll(log, outlet, { after: placeOf(options), filter, window, checkpointInterval });
    return;
  }
  if (options.hasAll()) await sendAll(allOf(log, options, filter), Number(options.getCount()), outlet);
  else await readStream(log, options, outlet);
  outlet.call.end();
}

async function readStream(log: EventLog, options: Options, outlet: Outlet): Promise<void> {
  const name = streamNameOf(options.getStream()?.getStreamIdentifier());
  const held = log.stream(name);
  if (!held) await outlet.send(notFoundAnswer(name));
  else await sendAll(eventsOf(held, options), Number(options.getCount()), outlet);
}

async function sendAll(events: Iterable<LoggedEvent>, count: number, outlet: Outlet): Promise<void> {
  let left = count;
  for (const event of events) {
    if (left === 0 || !outlet.isOpen) return;
    left -= 1;
    await outlet.send(eventAnswer(event));
  }
}

function eventsOf(held: readonly LoggedEvent[], options: Options): readonly LoggedEvent[] {
  const from = options.getStream();
  const revision = from?.hasStart() ? 0 : from?.hasEnd() ? held.length - 1 : Number(from?.getRevision());
  return options.getReadDirection() === BACKWARDS ? held.slice(0, revision + 1).reverse() : held.slice(revision);
}

function* allOf(log: EventLog, options: Options, filter: EventFilter): Generator<LoggedEvent> {
  const from = placeOf(options);
  if (options.getReadDirection() === BACKWARDS) {
    yield* backwards(log, from, filter);
    return;
  }
  for (let place = from, atEnd = false; !atEnd;) {
    const page = pageForwards(log, place, filter, SEARCH_WINDOW);
    yield* page.events;
    ({ next: place, atEnd } = page);
  }
}

function placeOf(options: Options): LogPlace {
  const all = options.getAll();
  if (all?.hasStart()) return START;
  if (all?.hasEnd()) return END;
  const position = all?.getPosition();
  return { commit: BigInt(position?.getCommitPosition() ?? 0), prepare: BigInt(position?.getPreparePosition() ?? 0) };
}

function windowOf(options: Options): number {
  const filter = options.getFilter();
  return filter?.hasMax() ? filter.getMax() : SEARCH_WINDOW;
}

/** @throws Error on anything but prefixes of stream names: nothing of ours asks for another */
function filterOf(options: Options): EventFilter {
  const filter = options.getFilter();
  if (!filter) return ({ stream }) => stream !== HIDDEN_STREAM;
  const prefixes = filter.getStreamIdentifier()?.getPrefixList() ?? [];
  if (prefixes.length === 0) throw new Error('this server filters by prefixes of stream names only');
  return ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
}
