import { confirmDocument } from '../api/documents.js';
import type { Exchange, ExchangePayload, UserError } from '../api/shapes.js';
import { troubleOf } from '../api/trouble.js';
import { gives, otherParty } from '../plain/claims.js';
import { balance } from '../plain/durations.js';
import { words } from '../words/words.js';
import type { App } from './app.js';
import { fetched } from './chapters.js';
import { loadHome } from './opening.js';
import { refusalWords } from './refusal-words.js';
import type { Card } from './state.js';
import { isSignedOut, troubleWords } from './trouble-words.js';

export function cardOf(app: App, exchange: Exchange): Card {
  return app.state.cards.get(exchange.id) ?? newCard(app, exchange);
}

function newCard(app: App, exchange: Exchange): Card {
  return { exchange, step: 'asked', words: '', hours: '', minutes: 0, key: app.around.newKey(), busy: false };
}

export function changeCard(app: App, exchange: Exchange, changes: Partial<Card>): void {
  const card = { ...cardOf(app, exchange), problem: undefined, ...changes };
  app.set({ cards: new Map(app.state.cards).set(exchange.id, card) });
}

export function openCard(app: App, exchange: Exchange, step: 'declining' | 'withdrawing'): void {
  changeCard(app, exchange, { step });
  app.focus(`${step}-${exchange.id}`);
}

export function closeCard(app: App, exchange: Exchange, opener: string): void {
  changeCard(app, exchange, { step: 'asked', reason: undefined, words: '', chosen: undefined });
  app.focus(`${opener}-${exchange.id}`);
}

export function confirm(app: App, exchange: Exchange): Promise<void> {
  return act(app, exchange, confirmDocument, {}, ({ balancesAfter }) => {
    const mine = balancesAfter.find(({ account }) => account === app.home.account.id);
    if (!mine || mine.balanceAfterMinutes === 0) return words.confirmedEven();
    return words.confirmed(balance(mine.balanceAfterMinutes, app.language));
  });
}

/** What the member answers, sent once: the card says what came of it. */
export async function act(
  app: App,
  exchange: Exchange,
  document: string,
  input: object,
  resultOf: (payload: ExchangePayload) => string,
): Promise<void> {
  const { busy, key } = cardOf(app, exchange);
  if (busy) return;
  changeCard(app, exchange, { busy: true });
  try {
    const whole = { exchange: exchange.id, expectedVersion: exchange.version, idempotencyKey: key, ...input };
    const [payload] = Object.values(
      await app.around.api.ask<Readonly<Record<string, ExchangePayload>>>(document, { input: whole }),
    );
    if (payload) await acted(app, exchange, payload, resultOf);
  } catch (cause) {
    tellTrouble(app, exchange, cause);
  }
}

async function acted(
  app: App,
  exchange: Exchange,
  payload: ExchangePayload,
  resultOf: (payload: ExchangePayload) => string,
): Promise<void> {
  const [refused] = payload.userErrors;
  if (refused) {
    await notDone(app, exchange, refused, payload.position);
    return;
  }
  finish(app, exchange, resultOf(payload));
  await loadHome(app, payload.position);
}

async function notDone(app: App, exchange: Exchange, refused: UserError, position: string | null): Promise<void> {
  const moved = refused.code === 'STALE_VERSION' || refused.code === 'EXCHANGE_NOT_OPEN';
  const result = moved ? await (await fetched('forms')).becameOf(app, exchange, position) : undefined;
  if (result !== undefined) {
    finish(app, exchange, result);
  } else {
    const { id } = app.home.account;
    const parties = { other: otherParty(id, exchange), gave: gives(id, exchange) };
    const problem = moved ? words.movedOn() : refusalWords(app, refused, parties);
    changeCard(app, exchange, { busy: false, problem, key: app.around.newKey() });
    app.say(problem);
  }
  if (moved) await loadHome(app, position);
}

/** The sentence takes the card's place, and the focus. */
function finish(app: App, exchange: Exchange, result: string): void {
  changeCard(app, exchange, { step: 'done', busy: false, result });
  app.say(result);
  app.focus(`result-${exchange.id}`);
}

function tellTrouble(app: App, exchange: Exchange, cause: unknown): void {
  const trouble = troubleOf(cause);
  if (isSignedOut(app, trouble)) return;
  const isUnknown = trouble.kind === 'away' && !app.state.isOffline;
  const problem = isUnknown ? words.unknownResult() : troubleWords(trouble);
  changeCard(app, exchange, { busy: false, problem });
  app.warn(problem);
}
