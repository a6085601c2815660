import { exchangeDocument } from '../api/documents.js';
import { monthDocument } from '../api/past-documents.js';
import type { ExchangeAnswer, Month, MonthAnswer } from '../api/shapes.js';
import { Trouble } from '../api/trouble.js';
import type { App } from './app.js';
import type { History } from './state.js';

export async function openHistory(app: App): Promise<void> {
  app.set({ history: undefined });
  app.go({ name: 'history' }, 'to-history');
  await app.attempt(async () => {
    const month = await monthAt(app, undefined);
    app.set({ history: { months: month ? [month] : [], shown: 'all', withWhom: '' } });
  });
}

export function changeHistory(app: App, changes: Partial<History>): void {
  const { history } = app.state;
  if (history) app.set({ history: { ...history, ...changes } });
}

/** The month before the last one shown. */
export async function showEarlier(app: App): Promise<void> {
  const earlier = app.state.history?.months.at(-1)?.earlier ?? undefined;
  if (earlier !== undefined) await addMonth(app, earlier, true);
}

/** One month alone, however long ago. */
export async function goToMonth(app: App, day: string): Promise<void> {
  await addMonth(app, day, false);
}

async function addMonth(app: App, day: string, below: boolean): Promise<void> {
  await app.attempt(async () => {
    const month = await monthAt(app, day);
    const { history } = app.state;
    if (!month || !history) return;
    changeHistory(app, { months: below ? [...history.months, month] : [month] });
    app.focus(`month-${month.month}`);
  });
}

async function monthAt(app: App, day: string | undefined): Promise<Month | null> {
  const asked = { account: app.home.account.id, day: day ?? null };
  const { viewer } = await app.around.api.ask<MonthAnswer>(monthDocument, asked);
  return viewer.account?.month ?? null;
}

/** @param balanceAfterMinutes as the line said it */
export async function openExchange(
  app: App,
  exchange: string,
  opener: string,
  balanceAfterMinutes?: number,
): Promise<void> {
  app.set({ detail: undefined });
  app.go({ name: 'exchange', exchange }, opener);
  await app.attempt(async () => {
    const { viewer } = await app.around.api.ask<ExchangeAnswer>(exchangeDocument, { exchange });
    if (!viewer.exchange) throw new Trouble('unexpected', 'NOT_FOUND');
    app.set({ detail: { exchange: viewer.exchange, balanceAfterMinutes } });
  });
}
