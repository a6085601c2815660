import type { Decided, ExchangeId, Instant } from '#kernel';
import { idOf, type Asked } from '#testing';
import type { JournalCommand } from '../journal.commands.js';
import type { JournalEvent } from '../journal.events.js';
import type { ReadonlyJournal } from '../journal.state.js';
import type { BookModel } from './book-model.js';

/** What was asked of the bank, and its answer: the code of the refusal, or what is recorded. */
export interface Answered extends Asked<JournalCommand> {
  readonly at: Instant;
  readonly answer: string | readonly Decided<JournalEvent>[];
}

/** The model predicts the answer and the book after it; where the bank says otherwise, the test ends with both. */
export function requireAgreement(model: BookModel, { answer, at, ...asked }: Answered, state: ReadonlyJournal): void {
  const events = typeof answer === 'string' ? [] : answer.map(({ event }) => event);
  const predicted = model.answer(asked, at, exchangeOf(events));
  if (predicted === undefined) for (const event of events) model.takeOver(event);
  const told = typeof answer === 'string' ? answer : events.map(toldOf).join();
  requireSame(predicted ?? told, told, { at, ...asked });
  requireSame(bookOfModel(model, state), bookOf(state), { at, ...asked });
}

/** What is due is predicted, too, and in which order. */
export function requireDue(model: BookModel, due: readonly Asked<JournalCommand>[], at: Instant): void {
  const told = due.map(({ command }) => (command.name === 'ExpireExchange' ? command.input.exchange : command.name));
  requireSame(model.due(at).join(), told.join(), { at, due: true });
}

function requireSame(predicted: string, told: string, asked: unknown): void {
  if (predicted === told) return;
  throw new Error(`${JSON.stringify(asked)}\nThe model says: ${predicted}\nThe bank says:  ${told}`);
}

function exchangeOf([event]: readonly JournalEvent[]): ExchangeId {
  return event && 'facts' in event.data ? event.data.facts.exchange : idOf('refused');
}

/** In the words of the model. */
function toldOf(event: JournalEvent): string {
  switch (event.type) {
    case 'ExchangeLogged':
    case 'ExchangeAnswered': {
      const { facts, by, turn, expiresAt } = event.data;
      const minutes = facts.minutes + (facts.travelMinutes ?? 0);
      return `${event.type} ${by}, ${String(minutes)} minutes wait for the ${turn} until ${expiresAt}`;
    }
    case 'ExchangePosted': {
      const legs = event.entry.legs.map((leg) => `${leg.account} ${String(leg.balanceAfterMinutes)}`);
      return `${event.type} ${event.data.consent.kind}, entry ${String(event.entry.number)}: ${legs.join(', ')}`;
    }
    default:
      return event.type;
  }
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

function bookOfModel(model: BookModel, { accounts }: ReadonlyJournal): string {
  const open = [...model.claims].filter(([, { turn }]) => turn);
  return [
    `entry ${String(model.posted.length)}`,
    ...Array.from(accounts.entries(), ([id]) => {
      return `${id} ${String(model.balance(id))} - ${String(model.reserved(id))}`;
    }),
    ...open.map(([id, { turn, expiresAt }]) => `${id} ${String(turn)} ${expiresAt}`).sort(),
  ].join('\n');
}
