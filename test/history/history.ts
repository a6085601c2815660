import type { CommandId, Recorded, StreamId, Submission } from '#kernel';
import type { JournalCommand, JournalEvent } from '#ledger';
import { Replay, type Naming } from './replay.js';

/**
 * One question to one journal and its answer. What was durable when it was sent and when it was answered bounds where in
 * the order of the journal it was decided.
 */
export interface Answered {
  readonly submission: Submission<JournalCommand>;
  /** A record of this revision was durable before the question was sent, of an accepted one: for the first time. -1: none was. */
  readonly from: number;
  /** When the answer came, nothing after this revision was durable. */
  readonly until: number;
  /** The revision of the first record of an accepted command, or the code of a refusal. */
  readonly answer: { readonly revision: number } | { readonly code: string };
}

/**
 * Tells one journal again, once and in its order, beside what its clients were answered: whatever was accepted is there and
 * is what the rules make at that very place; whatever was refused is refused by the rules at some place between question
 * and answer. The revisions are the order, so nothing is searched for: the time is linear in records and answers, times
 * how many of them wait at once.
 *
 * @throws Error naming the first answer that the order does not explain
 */
export function requireExplained(
  stream: StreamId,
  records: readonly Recorded<JournalEvent>[],
  answers: readonly Answered[],
  naming: Naming,
): void {
  const replay = new Replay(stream, naming);
  const accepted = requireAccepted(records, answers, replay);
  const refused = answers.filter(({ answer }) => 'code' in answer).sort((a, b) => a.from - b.from);
  let open: readonly Answered[] = [];
  let sent = 0;
  for (let revision = -1; revision < records.length; revision += 1) {
    const record = records[revision];
    if (record) {
      const asked = record.command.index === 0 ? accepted.get(record.command.id) : undefined;
      if (asked) replay.requireMade(asked.submission, records.slice(revision, revision + record.command.count));
      replay.take(record);
    }
    const before = sent;
    while (sent < refused.length && (refused[sent]?.from ?? 0) <= revision) sent += 1;
    open = [...open, ...refused.slice(before, sent)].filter((one) => !isRefusedHere(replay, one));
    const late = open.find(({ until }) => until <= revision || revision === records.length - 1);
    if (late) throw new Error(`nothing explains ${JSON.stringify(late)}`);
  }
  if (sent < refused.length) throw new Error('a question was asked after a record that is not there');
}

function isRefusedHere(replay: Replay, { submission, answer }: Answered): boolean {
  return 'code' in answer && replay.refusalOf(submission) === answer.code;
}

/** Each accepted answer names records that are there, made between question and answer. */
function requireAccepted(
  records: readonly Recorded<JournalEvent>[],
  answers: readonly Answered[],
  replay: Replay,
): ReadonlyMap<CommandId, Answered> {
  const accepted = new Map<CommandId, Answered>();
  for (const one of answers) {
    if (!('revision' in one.answer)) continue;
    const { revision } = one.answer;
    const id = replay.idOf(one.submission);
    if (records[revision]?.command.id !== id) throw new Error(`no record stands behind ${JSON.stringify(one)}`);
    if (revision > one.until) throw new Error(`answered before it was durable: ${JSON.stringify(one)}`);
    if (revision <= one.from) throw new Error(`decided before it was asked: ${JSON.stringify(one)}`);
    accepted.set(id, one);
  }
  return accepted;
}
