import type { CommandId, ExchangeId, Recorded, StreamId } from '#kernel';
import { opaqueId } from '#api';
import type { JournalEvent } from '#ledger';
import { requireExplained, type Answered } from './history.js';
import type { Reading, Sending } from './members.js';
import { Replay, type Naming } from './replay.js';

type Records = readonly Recorded<JournalEvent>[];

/**
 * The clients' clock against the journal's order: what was answered before a question was sent lies before it, and what
 * was first sent after an answer lies behind it. Two passes in the order of time, and one through the journal.
 *
 * @throws Error naming the first answer or reading that no order of the journal explains
 */
export function requireLinear(
  stream: StreamId,
  records: Records,
  sendings: readonly Sending[],
  readings: readonly Reading[],
  naming: Naming,
): void {
  const replay = new Replay(stream, naming);
  const made = new Map<CommandId, number>();
  for (const { command, revision } of records) if (command.index === 0) made.set(command.id, revision);
  const placed = sendings.map((sending) => ({ sending, revision: revisionOf(sending, made, records, replay) }));
  const accepted = placed.filter(({ revision }) => revision !== undefined);
  const before = new Steps(accepted.map(({ sending, revision = -1 }) => [sending.answeredAt, revision]));
  const after = new Steps(accepted.map(({ sending, revision = -1 }) => [-sending.firstSentAt, -revision]));
  const from = (at: number) => before.highestBefore(at) ?? -1;
  const until = (at: number) => -(after.highestBefore(-at) ?? -records.length) - 1;
  const answers = placed.map(({ sending, revision }): Answered => {
    const { submission, answer, firstSentAt, sentAt, answeredAt } = sending;
    if (revision !== undefined)
      return { submission, from: from(firstSentAt), until: until(answeredAt), answer: { revision } };
    return {
      submission,
      from: from(sentAt),
      until: until(answeredAt),
      answer: { code: 'code' in answer ? answer.code : '' },
    };
  });
  requireExplained(stream, records, answers, naming);
  requireSeen(records, readings, until);
}

/** Of an accepted answer: the first record of its command. It is the exchange and the state that the answer named. */
function revisionOf(
  { submission, answer }: Sending,
  made: ReadonlyMap<CommandId, number>,
  records: Records,
  replay: Replay,
): number | undefined {
  if ('code' in answer) return undefined;
  const revision = made.get(replay.idOf(submission));
  const event = records[revision ?? -1]?.event;
  const named = event && 'facts' in event.data ? event.data.facts.exchange : undefined;
  const state = event?.type === 'ExchangePosted' ? 'POSTED' : 'LOGGED';
  const bank = submission.stream.slice('journal-'.length);
  if (named === undefined || opaqueId('exchange', bank, named) !== answer.exchange || state !== answer.state) {
    throw new Error(`what was answered is not there: ${JSON.stringify({ submission, answer })}`);
  }
  return revision;
}

/** A balance that was shown is one that the account had, at the exchange that was asked for or later, before the answer. */
function requireSeen(records: Records, readings: readonly Reading[], until: (at: number) => number): void {
  const brought = new Map<ExchangeId, number>();
  const balances = new Map<string, (readonly [revision: number, balanceMinutes: number])[]>();
  for (const { event, revision } of records) {
    if (event.type !== 'ExchangePosted') continue;
    brought.set(event.data.facts.exchange, revision);
    for (const { account, balanceAfterMinutes } of event.entry.legs) {
      const had = balances.get(account) ?? [];
      had.push([revision, balanceAfterMinutes]);
      balances.set(account, had);
    }
  }
  for (const reading of readings) {
    const least = brought.get(reading.atLeast) ?? Infinity;
    const had = balances.get(reading.member.account) ?? [];
    const most = until(reading.answeredAt);
    const first = had.findLastIndex(([revision]) => revision <= least);
    const possible = had.slice(first).filter(([revision]) => revision <= most);
    if (!possible.some(([, balance]) => balance === reading.balanceMinutes)) {
      throw new Error(`no place in the journal shows ${JSON.stringify(reading)}`);
    }
  }
}

/** The highest value among the pairs whose place lies before another: one sort, then halving. */
class Steps {
  private readonly places: readonly number[];
  private readonly highest: readonly number[];

  constructor(pairs: readonly (readonly [place: number, value: number])[]) {
    const sorted = pairs.toSorted(([one], [other]) => one - other);
    let most = -Infinity;
    this.places = sorted.map(([place]) => place);
    this.highest = sorted.map(([, value]) => (most = Math.max(most, value)));
  }

  highestBefore(place: number): number | undefined {
    let [low, high] = [0, this.places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.places[middle] ?? Infinity) < place) low = middle + 1;
      else high = middle;
    }
    return this.highest[low - 1];
  }
}
