import { exchangeDocument } from '../api/documents.js';
import type { Exchange, ExchangeAnswer, ExchangeState } from '../api/shapes.js';
import { dayOf, plainDay } from '../plain/days.js';
import { words } from '../words/forms.js';
import type { App } from './app.js';

const done: Readonly<Partial<Record<ExchangeState, () => string>>> = {
  POSTED: words.wasConfirmed,
  DECLINED: words.wasDeclined,
  WITHDRAWN: words.wasWithdrawn,
};

/** What became of an exchange that somebody else, or another device, answered first; undefined where it still waits. @throws Trouble */
export async function becameOf(
  app: App,
  { id: exchange }: Exchange,
  position: string | null,
): Promise<string | undefined> {
  const { viewer } = await app.around.api.ask<ExchangeAnswer>(exchangeDocument, { exchange, position });
  const last = viewer.exchange?.records.at(-1);
  if (!viewer.exchange || !last || viewer.exchange.state === 'LOGGED') return undefined;
  const day = plainDay(dayOf(last.at, app.home.bank.rules.timeZone), app.language);
  const was = done[viewer.exchange.state];
  if (!was) return words.wasExpired(day);
  return words.already(was(), day, last.byYou ? words.byYou() : (last.byName ?? ''));
}
