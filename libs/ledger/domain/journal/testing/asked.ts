import { minutes, type Actor, type ExchangeId, type Instant } from '#kernel';
import type { Asked } from '#testing';
import type { JournalCommand } from '../journal.commands.js';
import type {
  AnswerExchange,
  ConfirmExchange,
  DeclineExchange,
  ExpireExchange,
  LogExchange,
  WithdrawExchange,
} from '../exchange.commands.js';
import { claimId, day } from './past.js';
import { carla, hub, lucia } from './people.js';

/** Carla gave Lucia ninety minutes, unless told otherwise. */
export function log(
  actor: Actor,
  changed: Partial<LogExchange['input']> = {},
  texts?: { note: string },
): Asked<LogExchange> {
  const input = {
    provider: carla.account,
    receiver: lucia.account,
    minutes: minutes(90),
    serviceDate: day('2026-03-01'),
    hub,
    ...changed,
  };
  return { command: { name: 'LogExchange', input, ...(texts && { texts }) }, actor };
}

export function confirm(actor: Actor, sheet?: string, exchange = claimId): Asked<ConfirmExchange> {
  return { command: { name: 'ConfirmExchange', input: { exchange, ...(sheet !== undefined && { sheet }) } }, actor };
}

export function decline(actor: Actor, reason?: string): Asked<DeclineExchange> {
  const texts = reason === undefined ? {} : { texts: { reason } };
  return { command: { name: 'DeclineExchange', input: { exchange: claimId }, ...texts }, actor };
}

export function answer(actor: Actor, given: number, travel?: number, text?: string): Asked<AnswerExchange> {
  const travelMinutes = travel === undefined ? {} : { travelMinutes: minutes(travel) };
  const input = { exchange: claimId, minutes: given as ReturnType<typeof minutes>, ...travelMinutes };
  return { command: { name: 'AnswerExchange', input, ...(text !== undefined && { texts: { answer: text } }) }, actor };
}

export function withdraw(actor: Actor): Asked<WithdrawExchange> {
  return { command: { name: 'WithdrawExchange', input: { exchange: claimId } }, actor };
}

export function expire(actor: Actor, at: string, exchange: ExchangeId = claimId): Asked<ExpireExchange> {
  return { command: { name: 'ExpireExchange', input: { exchange } }, actor, at: at as Instant };
}

export function ask<C extends JournalCommand>(actor: Actor, command: C): Asked<C> {
  return { command, actor };
}
