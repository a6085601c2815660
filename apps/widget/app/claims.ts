import { confirmDocument, withdrawDocument } from '../api/documents.js';
import type { Exchange, ExchangePayload } from '../api/shapes.js';
import { troubleOf } from '../api/trouble.js';
import { balance } from '../plain/durations.js';
import { words } from '../words/words.js';
import type { App } from './app.js';
import { loadHome } from './opening.js';
import type { Card } from './state.js';

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

export function withdraw(app: App, exchange: Exchange): Promise<void> {
  return act(app, exchange, withdrawDocument, {}, () => words.withdrawn());
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
    const moved = refused.code === 'STALE_VERSION' || refused.code === 'EXCHANGE_NOT_OPEN';
    changeCard(app, exchange, {
      busy: false,
      problem: moved ? words.movedOn() : refused.message,
      key: app.around.newKey(),
    });
    app.say(moved ? words.movedOn() : refused.message);
    if (moved) await loadHome(app);
    return;
  }
  const result = resultOf(payload);
  changeCard(app, exchange, { step: 'done', busy: false, result });
  app.say(result);
  app.focus(`result-${exchange.id}`);
  await loadHome(app, payload.position);
}

function tellTrouble(app: App, exchange: Exchange, cause: unknown): void {
  const trouble = troubleOf(cause);
  if (trouble.kind === 'signed-out') {
    app.set({ phase: 'stranger', home: undefined });
    return;
  }
  const problem =
    trouble.kind === 'away'
      ? app.state.isOffline
        ? words.needsNetwork()
        : words.unknownResult()
      : trouble.kind === 'too-many'
        ? words.tooMany()
        : words.unexpected(trouble.code);
  changeCard(app, exchange, { busy: false, problem });
  app.say(problem);
}
