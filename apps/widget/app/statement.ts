import { periodDocument } from '../api/past-documents.js';
import type { PeriodAnswer } from '../api/shapes.js';
import { troubleOf } from '../api/trouble.js';
import { isTurned, periodOf, type Period, type PeriodChoice } from '../plain/periods.js';
import { words } from '../words/statement.js';
import type { App } from './app.js';
import type { StatementState } from './state.js';
import { isSignedOut, troubleWords } from './trouble-words.js';

/** This year is what most people want, and it is there without a further tap. */
export async function openStatement(app: App, opener: string): Promise<void> {
  app.set({ statement: { choice: 'year', ...periodOf('year', app.home.bank.today) } });
  app.go({ name: 'statement' }, opener);
  await countLines(app);
}

export async function choosePeriod(app: App, choice: PeriodChoice): Promise<void> {
  const { today } = app.home.bank;
  changeStatement(app, { choice, lines: undefined, ...(choice === 'dates' ? {} : periodOf(choice, today)) });
  await countLines(app);
}

export async function changeDays(app: App, days: Partial<Period>): Promise<void> {
  changeStatement(app, { lines: undefined, ...days });
  await countLines(app);
}

function changeStatement(app: App, changes: Partial<StatementState>): void {
  const { statement } = app.state;
  if (statement) app.set({ statement: { ...statement, problem: undefined, result: undefined, ...changes } });
}

/** Answers may come in another order than they were asked in: only that of the days that stand there counts. */
async function countLines(app: App): Promise<void> {
  const { statement } = app.state;
  if (!statement || refuseTurned(app, statement)) return;
  const { from, to } = statement;
  try {
    const asked = { account: app.home.account.id, from, to };
    const { viewer } = await app.around.api.ask<PeriodAnswer>(periodDocument, asked);
    const now = app.state.statement;
    if (now?.from === from && now.to === to) changeStatement(app, { lines: viewer.account?.period?.lines });
  } catch (cause) {
    tellTrouble(app, cause);
  }
}

export async function downloadStatement(app: App, kind: 'pdf' | 'csv'): Promise<void> {
  const { statement } = app.state;
  if (!statement || statement.busy || refuseTurned(app, statement)) return;
  const { from, to } = statement;
  changeStatement(app, { busy: kind });
  app.say(kind === 'pdf' ? words.preparingPdf() : words.preparingCsv());
  try {
    const path = `/accounts/${encodeURIComponent(app.home.account.id)}/statement.${kind}?from=${from}&to=${to}`;
    app.around.save(await app.around.api.download(path, `${words.statement()}.${kind}`));
    changeStatement(app, { busy: undefined, result: words.statementDownloaded() });
    app.say(words.statementDownloaded());
  } catch (cause) {
    tellTrouble(app, cause);
  }
}

function refuseTurned(app: App, statement: StatementState): boolean {
  if (!isTurned(statement)) return false;
  changeStatement(app, { problem: words.datesTurned() });
  app.say(words.datesTurned());
  return true;
}

function tellTrouble(app: App, cause: unknown): void {
  const trouble = troubleOf(cause);
  if (isSignedOut(app, trouble)) return;
  const problem = troubleWords(trouble);
  changeStatement(app, { busy: undefined, problem });
  app.say(problem);
}
