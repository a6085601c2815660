import type { Decided, Instant } from '#kernel';
import type { Asked } from '#testing';
import type { JournalCommand } from '../journal.commands.js';
import type { JournalEvent } from '../journal.events.js';
import type { ReadonlyJournal } from '../journal.state.js';
import type { BookModel } from './book-model.js';
import type { JournalModel } from './journal-model.js';
import { told } from './told.js';

/** What was asked of the bank, and its answer: the code of the refusal, or what is recorded. */
export interface Answered extends Asked<JournalCommand> {
  readonly at: Instant;
  readonly answer: string | readonly Decided<JournalEvent>[];
}

/** The model predicts the answer and the book after it; where the bank says otherwise, the test ends with both. */
export function requireAgreement(
  model: JournalModel,
  { answer, at, ...asked }: Answered,
  state: ReadonlyJournal,
): void {
  const made = typeof answer === 'string' ? [] : answer;
  const predicted = model.answer(
    asked,
    at,
    made.flatMap(({ event }) => idsOf(event)),
  );
  requireSame(predicted, typeof answer === 'string' ? answer : made.map(toldOf).join(), { at, ...asked });
  requireSame(bookOfModel(model.book, state), bookOf(state), { at, ...asked });
}

/** What is due is predicted, too, and in which order. */
export function requireDue({ book }: JournalModel, due: readonly Asked<JournalCommand>[], at: Instant): void {
  const decided = due.map(({ command }) => (command.name === 'ExpireExchange' ? command.input.exchange : command.name));
  requireSame(book.due(at).join(), decided.join(), { at, due: true });
}

function requireSame(predicted: string, recorded: string, asked: unknown): void {
  if (predicted === recorded) return;
  throw new Error(`${JSON.stringify(asked)}\nThe model says: ${predicted}\nThe bank says:  ${recorded}`);
}

/** What a record names for the first time: nobody predicts a new id. */
function idsOf({ type, data }: JournalEvent): readonly string[] {
  if (type === 'BankOpened') return data.administrators.map(({ grant }) => grant);
  if (type === 'MandateGiven') return [data.mandate];
  if (type === 'RoleGranted') return [data.grant];
  if (type === 'MemberAdmitted') return [data.account];
  return 'facts' in data ? [data.facts.exchange] : [];
}

function toldOf({ event, actor }: Decided<JournalEvent>): string {
  return told(event.type, 'entry' in event ? { ...event.data, entry: event.entry } : event.data, actor);
}

/** Balances, what is reserved, and whose answer every open claim waits for until when. */
function bookOf({ accounts, claims, lastEntryNumber }: ReadonlyJournal): string {
  return [
    `entry ${String(lastEntryNumber)}`,
    ...Array.from(accounts.entries(), ([id, { balanceMinutes, reservedMinutes }]) => {
      return `${id} ${String(balanceMinutes)} - ${String(reservedMinutes)}`;
    }),
    ...Array.from(claims.entries(), ([id, { turn, expiresAt }]) => `${id} ${turn} ${expiresAt}`).sort(),
  ].join('\n');
}

function bookOfModel(book: BookModel, { accounts }: ReadonlyJournal): string {
  const open = [...book.claims].filter(([, { turn }]) => turn);
  return [
    `entry ${String(book.posted.length)}`,
    ...Array.from(accounts.entries(), ([id]) => {
      return `${id} ${String(book.balance(id))} - ${String(book.reserved(id))}`;
    }),
    ...open.map(([id, { turn, expiresAt }]) => `${id} ${String(turn)} ${expiresAt}`).sort(),
  ].join('\n');
}
